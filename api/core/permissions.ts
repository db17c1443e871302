/**
 * The one permission table. The UI reads it from `GET /api/permissions`; routes name a permission; rows are checked by
 * the policies. A role is a set of permissions, nothing else.
 */
export const ROLES = [
  'moderator',
  'claims_officer',
  'account_manager',
  'support_agent',
  'lead',
  'auditor',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

export const PERMISSIONS = {
  'first-messages.view': 'See first messages and their cases',
  'first-messages.decide': 'Take first messages and decide on them',
  'first-messages.approve': 'Give the second approval on first messages',
  'cases.takeover': 'Take over a case that a colleague holds',
  'cases.reverse': 'Reverse a decision in a new round',
  'cases.escalated': 'Work cases that were escalated',
  'cases.export': 'Export cases to a file, with the reason',
  'views.share': 'Share saved views with everybody who works the queue',
  'members.view': 'See members, services, orders and reviews',
  'settings.view': 'See policies and the calendar',
  'settings.first-messages': 'Change the first-message policy',
  'settings.calendar': 'Change business hours and holidays',
  'staff.view': 'See staff accounts',
  'staff.manage': 'Create, change and disable staff accounts',
  'api-keys.manage': 'Create and revoke API keys of the marketplace',
  'webhooks.view': 'See webhook deliveries',
  'webhooks.manage': 'Redeliver webhooks and enable the endpoint',
  'audit.view': 'Read the audit log and its verification',
} as const;

export type Permission = keyof typeof PERMISSIONS;

const FIRST_MESSAGE_WORK = ['first-messages.view', 'first-messages.decide', 'members.view'] as const;

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  moderator: FIRST_MESSAGE_WORK,
  claims_officer: ['members.view'],
  account_manager: ['members.view'],
  support_agent: ['members.view'],
  lead: [
    ...FIRST_MESSAGE_WORK,
    'first-messages.approve',
    'cases.takeover',
    'cases.reverse',
    'cases.escalated',
    'cases.export',
    'views.share',
    'settings.view',
    'settings.first-messages',
    'settings.calendar',
    'staff.view',
    'webhooks.view',
  ],
  auditor: ['audit.view', 'settings.view', 'staff.view', 'webhooks.view'],
  admin: [
    'settings.view',
    'settings.first-messages',
    'settings.calendar',
    'staff.view',
    'staff.manage',
    'api-keys.manage',
    'webhooks.view',
    'webhooks.manage',
  ],
};

/** The permissions that a person with these roles has: the union. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
}
