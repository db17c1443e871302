import { z } from 'zod';
import { Person, QueueName } from '../cases/contract.ts';
import { GatehouseId, IsoTime, text } from '../http/fields.ts';

export const VIEWS_PER_PERSON = 50;
const DEFINITION_MAX = 8_000;

/** Which list a view is of. */
export const VIEW_RESOURCES = ['cases'] as const;

/** What the list makes of it: filter, order, columns. Gatehouse keeps it and does not read it. */
const Definition = z
  .record(z.string().min(1).max(60), z.unknown())
  .refine(
    (value) => JSON.stringify(value).length <= DEFINITION_MAX,
    `must be at most ${DEFINITION_MAX} characters of JSON`,
  );

const Name = z.string().trim().pipe(text(80));

export const SavedView = z
  .object({
    id: GatehouseId,
    name: z.string(),
    resource: z.enum(VIEW_RESOURCES),
    queue: QueueName,
    definition: z.record(z.string(), z.unknown()),
    shared: z.boolean(),
    owner: Person,
    createdAt: IsoTime,
    updatedAt: IsoTime,
    allowedActions: z.array(z.enum(['change', 'share', 'delete'])),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

export const SavedViews = z.object({ items: z.array(SavedView) }).meta({ id: 'SavedViews' });

export const ViewQuery = z.object({
  resource: z.enum(VIEW_RESOURCES).default('cases'),
  queue: QueueName.optional(),
});
export type ViewQuery = z.output<typeof ViewQuery>;

export const CreateView = z
  .strictObject({
    name: Name,
    resource: z.enum(VIEW_RESOURCES).default('cases'),
    queue: QueueName,
    definition: Definition,
    shared: z.boolean().default(false),
  })
  .meta({ id: 'CreateView' });
export type CreateView = z.output<typeof CreateView>;

export const ChangeView = z
  .strictObject({ name: Name.optional(), definition: Definition.optional(), shared: z.boolean().optional() })
  .meta({ id: 'ChangeView' });
export type ChangeView = z.output<typeof ChangeView>;
