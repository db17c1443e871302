import fc from 'fast-check';
import type { OpenApi, Schema } from '../openapi.ts';

/**
 * Stands in a generated value for something that exists when the request is sent: the id, version or lease token of
 * one thing (the same one throughout a request), a member, a password.
 */
export interface Pick {
  pick:
    | 'id'
    | 'version'
    | 'leaseToken'
    | 'member'
    | 'otherMember'
    | 'service'
    | 'order'
    | 'password'
    | 'fresh';
}
/** Stands for a piece of JSON that `JSON.stringify` would not write. */
export interface Raw {
  raw: string;
}

const pick = (what: Pick['pick']) => fc.constant<Pick>({ pick: what });

/** What stands for a field of this name where something that exists is wanted. */
const PICKS: Readonly<Record<string, Pick['pick']>> = {
  caseId: 'id',
  version: 'version',
  leaseToken: 'leaseToken',
  senderId: 'member',
  clientId: 'member',
  recipientId: 'otherMember',
  expertId: 'otherMember',
  serviceId: 'service',
  orderId: 'order',
  password: 'password',
  confirmPassword: 'password',
  current: 'password',
  id: 'fresh',
  conversationId: 'fresh',
};

const day = fc.constantFrom([], [{ open: '09:00', close: '18:00' }], [{ open: '00:00', close: '24:00' }]);
const reason = fc.constantFrom(
  'off_platform_contact',
  'off_platform_payment',
  'spam',
  'abuse',
  'fraud',
  'other',
);

/** What fields of these names take, where their schema alone does not say it. */
const NAMED: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  outcome: fc.constantFrom('release', 'reject'),
  reasonCode: reason,
  waitingFor: fc.constantFrom('sender', 'colleague'),
  until: fc
    .integer({ min: 1, max: 150 })
    .map((hours) => new Date(Date.UTC(2026, 10, 23, 2 + hours)).toISOString()),
  currency: fc.constantFrom('KRW', 'EUR', 'USD'),
  timeZone: fc.constantFrom('Asia/Seoul', 'Europe/Berlin', 'UTC', 'America/New_York'),
  country: fc.constantFrom('KR', 'DE', 'DE-BY', 'FR', 'US-NY', 'XX'),
  week: fc.record({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }),
  holidays: fc.uniqueArray(
    fc.record({
      date: fc.constantFrom('2026-12-25', '2027-02-16', '2028-02-29'),
      name: fc.constant('Holiday'),
      closed: fc.constant(true),
    }),
    { selector: (holiday) => holiday.date },
  ),
  email: fc.nat(1e6).map((n) => `person-${n}@staff.example`),
  name: fc.constantFrom('Kim Minseo', 'Zoë', '이서연'),
  roles: fc.subarray(['moderator', 'lead', 'auditor', 'admin'], { minLength: 1 }),
  locale: fc.constantFrom('ko', 'en', 'de-AT'),
  orderedAt: fc.constant('2026-11-01T00:00:00Z'),
};

/** Words that mean something somewhere, for fields that take any text. */
const WORDS = [
  'release',
  'reject',
  'spam',
  'other',
  'sender',
  'KR',
  'DE-BY',
  'KRW',
  'Asia/Seoul',
  'ko',
  '09:00',
  '24:00',
];

export const uglyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfffy',
    '\ufeff',
    '\u202e\u2066',
    '💥'.repeat(50),
    '../../etc/passwd',
    "'; drop table cases; --",
    '%00',
    '%',
    '__proto__',
    'constructor',
    'NaN',
    'Infinity',
    '-1',
    '1e999',
    '${7*7}',
    '2026-02-30T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59-23:59',
    '+275760-09-13T00:00:00Z',
    '2026-11-20T09:00:00+14:00',
    'case_00000000-0000-0000-0000-000000000000',
  ),
  fc.integer({ min: 40, max: 400 }).map((n) => 'y'.repeat(n)),
  { weight: 1, arbitrary: fc.constantFrom(5_000, 10_001, 20_001, 70_000).map((n) => 'z'.repeat(n)) },
);

const number = (...values: number[]) => fc.constantFrom(...values);
export const uglyNumber: fc.Arbitrary<unknown> = fc.oneof(
  number(
    0,
    -1,
    1.5,
    -0.1,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 53 - 1,
    2 ** 53,
    2 ** 63,
    -(2 ** 63),
    1e21,
    1e308,
    -1e308,
    5e-324,
  ),
  fc
    .constantFrom('1e999', '-1e999', '1E400', '-0', '1'.repeat(400), `0.${'3'.repeat(300)}`)
    .map((raw): Raw => ({ raw })),
  fc.integer(),
);

const nested = fc.tuple(fc.integer({ min: 2, max: 2_000 }), fc.boolean()).map(
  ([depth, list]): Raw => ({
    raw: list ? `${'['.repeat(depth)}${']'.repeat(depth)}` : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  }),
);

export const ugly: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: uglyText },
  { weight: 4, arbitrary: uglyNumber },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], { '': 1 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: nested },
);

/** A release takes no reason: most of them come without. */
function withoutNeedlessReason(value: Record<string, unknown>): Record<string, unknown> {
  const { reasonCode: _, ...rest } = value;
  return value.outcome === 'release' ? rest : value;
}

/** Values of a JSON Schema: right ones, and with `wrong` now and then one that is not. */
export function valuesOf(document: OpenApi, wrong: boolean) {
  const orUgly = (right: fc.Arbitrary<unknown>) =>
    wrong ? fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: ugly }) : right;

  function text(schema: Schema): fc.Arbitrary<unknown> {
    const { format, pattern, minLength = 0, maxLength = 300 } = schema as Record<string, never>;
    if (format === 'date-time') {
      return fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString());
    }
    if (format === 'date') return fc.constantFrom('2026-12-25', '2027-02-16', '2028-02-29');
    if (format === 'email') return fc.nat(1e6).map((n) => `person-${n}@staff.example`);
    if (format === 'uri') return fc.webUrl();
    if (pattern !== undefined) {
      return fc.oneof(
        fc.stringMatching(new RegExp(pattern)).map((value) => value.slice(0, 500)),
        fc.constantFrom(...WORDS),
      );
    }
    return fc.oneof(
      fc.constantFrom(...WORDS),
      fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) }),
    );
  }

  function object(schema: Schema): fc.Arbitrary<unknown> {
    const properties = (schema.properties ?? {}) as Record<string, Schema>;
    const required = (schema.required ?? []) as string[];
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => {
        const known = PICKS[name];
        const named = NAMED[name];
        const other =
          named === undefined ? valueOf(inner) : fc.oneof({ weight: 7, arbitrary: named }, valueOf(inner));
        const right = known === undefined ? other : fc.oneof({ weight: 7, arbitrary: pick(known) }, other);
        return [name, orUgly(right)];
      }),
    );
    const whole = fc.record(fields, { requiredKeys: required }).map(withoutNeedlessReason);
    if (!wrong) return whole;
    return fc.oneof(
      { weight: 8, arbitrary: whole },
      { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(whole, fc.dictionary(fc.oneof(uglyText, fc.constant('toString')), ugly, { maxKeys: 3 }))
          .map(([right, more]) => ({ ...right, ...more })),
      },
    );
  }

  function valueOf(schema: Schema): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined) {
      return valueOf(document.components.schemas[schema.$ref.split('/').at(-1) as string] as Schema);
    }
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
    const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
    if (choices !== undefined) return fc.oneof(...choices.map(valueOf));
    switch (schema.type) {
      case 'string':
        return text(schema);
      case 'integer':
      case 'number': {
        const { minimum = -1000, maximum = 1_000_000 } = schema as { minimum?: number; maximum?: number };
        return fc.integer({ min: Math.max(minimum, -1000), max: Math.min(maximum, 1_000_000) });
      }
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array': {
        const {
          items = {},
          minItems = 0,
          maxItems = 5,
        } = schema as { items?: Schema; minItems?: number; maxItems?: number };
        return fc.array(orUgly(valueOf(items)), {
          minLength: minItems,
          maxLength: Math.min(maxItems, minItems + 4),
        });
      }
      case 'object':
        return object(schema);
      default:
        return ugly;
    }
  }
  return valueOf;
}
