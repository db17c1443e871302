import { z } from 'zod';
import { PERMISSIONS, type Permission, ROLES } from '../core/permissions.ts';
import { GatehouseId, Locale, text } from '../http/fields.ts';
import { PageQuery, pageOf } from '../http/paging.ts';
import { PASSWORD_MAX } from './password-rules.ts';

const Time = z.iso.datetime();

export const RoleName = z.enum(ROLES).meta({ id: 'Role' });
export const PermissionName = z
  .enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]])
  .meta({ id: 'Permission' });
export const StaffStatus = z.enum(['active', 'disabled']);
export type StaffStatus = z.infer<typeof StaffStatus>;

/** As many as there are, each once. */
const Roles = z
  .array(RoleName)
  .min(1, 'must name at least one role')
  .max(ROLES.length)
  .refine((roles) => new Set(roles).size === roles.length, 'must not name a role twice');

/** Lower-cased: one mailbox, one account. */
export const StaffEmail = z.string().trim().toLowerCase().max(254).pipe(z.email('must be an e-mail address'));
export const StaffName = text(120).refine(
  (name) => name.trim() === name,
  'must not begin or end with a space',
);

/** Taken as typed, never trimmed or cut (ASVS 5.0 6.2.8). Whether it is good enough is a rule, not a format. */
const Password = text(PASSWORD_MAX);
/** The actor's own password, again (step-up, ASVS 5.0 7.5.3). */
const OwnPassword = Password.describe('Your own password, again');

export const SignIn = z.object({ email: text(254), password: Password }).meta({ id: 'SignIn' });

/** Who is signed in, and what their roles allow. */
export const SignedInStaff = z
  .object({
    id: GatehouseId,
    name: z.string(),
    email: z.string(),
    roles: z.array(RoleName),
    locale: z.string(),
    permissions: z.array(PermissionName),
  })
  .meta({ id: 'SignedInStaff' });

export const Session = z
  .object({
    staff: SignedInStaff,
    session: z.object({
      expiresAt: Time.describe('When it ends, whatever happens'),
      idleTimeoutSeconds: z.int().describe('It ends earlier after so long without a request'),
      passwordExpiresAt: Time.nullable().describe(
        'When a password that Gatehouse made up stops working; null: it is the own one',
      ),
    }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const ChangePassword = z.object({ current: Password, next: Password }).meta({ id: 'ChangePassword' });
export const ChangeProfile = z
  .object({ name: StaffName.optional(), locale: Locale.optional() })
  .meta({ id: 'ChangeProfile' });

export const PermissionTable = z
  .object({
    permissions: z.array(z.object({ id: PermissionName, description: z.string() })),
    roles: z.array(z.object({ id: RoleName, permissions: z.array(PermissionName) })),
  })
  .meta({ id: 'PermissionTable' });

export const StaffAction = z
  .enum(['rename', 'changeRoles', 'disable', 'enable', 'setPassword'])
  .meta({ id: 'StaffAction' });
export type StaffAction = z.infer<typeof StaffAction>;

export const StaffAccount = z
  .object({
    id: GatehouseId,
    email: z.string(),
    name: z.string(),
    roles: z.array(RoleName),
    locale: z.string(),
    status: StaffStatus,
    version: z.int(),
    createdAt: Time,
    updatedAt: Time,
    signedInAt: Time.nullable(),
    allowedActions: z.array(StaffAction),
  })
  .meta({ id: 'StaffAccount' });
export type StaffAccount = z.infer<typeof StaffAccount>;

export const StaffPage = pageOf(StaffAccount).meta({ id: 'StaffPage' });
export const StaffQuery = PageQuery.extend({ status: StaffStatus.optional() });

export const CreateStaff = z
  .object({
    email: StaffEmail,
    name: StaffName,
    roles: Roles,
    locale: Locale.optional(),
    password: Password.optional(),
    confirmPassword: OwnPassword,
  })
  .meta({ id: 'CreateStaff' });

/** A made-up password is shown once, here. null: it was chosen by whoever asked. */
const MadeUpPassword = z.string().nullable();

export const CreatedStaff = z
  .object({ staff: StaffAccount, password: MadeUpPassword })
  .meta({ id: 'CreatedStaff' });

export const ChangeStaff = z
  .object({
    name: StaffName.optional(),
    roles: Roles.optional(),
    status: StaffStatus.optional(),
    version: z
      .int()
      .min(1)
      .max(2 ** 31 - 1),
    confirmPassword: OwnPassword.optional(),
  })
  .meta({ id: 'ChangeStaff' });

export const SetPassword = z
  .object({ password: Password.optional(), confirmPassword: OwnPassword })
  .meta({ id: 'SetPassword' });
export const PasswordWasSet = z.object({ password: MadeUpPassword }).meta({ id: 'PasswordWasSet' });
