import fc from 'fast-check';
import type { NamedOperation, OpenApi, Parameter } from '../openapi.ts';
import { type Pick, ugly, uglyNumber, uglyText, valuesOf } from './values.ts';

export type Body =
  | { kind: 'none' }
  | { kind: 'json'; value: unknown }
  /** Cut off at this share of its length. */
  | { kind: 'cut'; value: unknown; share: number }
  | { kind: 'lines'; values: unknown[] }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'gzip'; value: unknown }
  | { kind: 'bomb'; bytes: number }
  | { kind: 'large'; bytes: number };

/** A request before it is known which things exist. */
export interface FuzzRequest {
  /** One per `{…}` of the path; text is as it stands in the address. */
  ids: (string | Pick)[];
  query: [string, string | Pick][];
  headers: [string, string][];
  body: Body;
  /** Whose credentials: somebody who may call this, somebody else, or the header or cookie given. */
  as: 'allowed' | 'other' | { authorization: string } | { cookie: string };
  /** Chooses among what exists. */
  n: number;
}

/** Longer addresses are refused by Node's parser: a few of them are enough. */
const ADDRESS_TEXT_MAX = 2_000;
const encoded = (text: string) =>
  encodeURIComponent(text.toWellFormed().slice(0, ADDRESS_TEXT_MAX).toWellFormed());

const uglySegment = fc.oneof(
  uglyText.filter((text) => text !== '').map(encoded),
  fc.constantFrom(
    '%00',
    'case_%00',
    '%2F',
    '%2f..%2f..%2fetc%2fpasswd',
    '..',
    '%2e%2e',
    '%',
    '%zz',
    '%E0%A4%A',
    '%ff%fe',
    '%C0%AF',
    ';a=b',
    '*',
    '%0d%0aset-cookie:x=y',
    "'--",
    '%F0%9F%92%A5',
    '-1',
    '0',
    'undefined',
    'a'.repeat(5_000),
    '%41'.repeat(1_500),
    'case_00000000-0000-7000-8000-000000000000',
    'case_------------------------------------',
    'staff_00000000-0000-7000-8000-000000000000',
  ),
);

const briefText = uglyText.map((text) => text.slice(0, ADDRESS_TEXT_MAX));

const inCursor = fc.oneof(
  uglyNumber.filter((value): value is number => typeof value === 'number'),
  fc.constantFrom(Date.parse('2026-11-23'), 0, -50, 1),
  briefText,
  fc.constantFrom(null, true, [], {}),
);
const shaped = (shape: string) =>
  fc.tuple(
    ...[...shape].map((letter) =>
      letter === 'n'
        ? fc.oneof(fc.constantFrom(1e308, -1e308, 1.5, 2 ** 53, -1, 0, 2 ** 63), fc.integer())
        : fc.oneof(briefText, fc.constantFrom('case_ffffffff', 'zzz')),
    ),
  );
/** Cursors that look as if they had been given out, and some that do not. */
const cursor = fc.oneof(
  briefText,
  fc
    .oneof(
      fc.array(inCursor, { maxLength: 6 }),
      ...['n', 'ns', 'ss', 'nsn', 'nnns', 'nnn', 'nnss'].map(shaped),
      fc.jsonValue(),
    )
    .map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
);

const uglyQueryText = fc.oneof(
  briefText,
  fc.constantFrom(
    '1',
    '0',
    '-1',
    '201',
    '1e2',
    '0x10',
    ' 5',
    '５',
    '1e999',
    'NaN',
    'true',
    'null',
    'first-messages',
  ),
);

function queryOf(
  parameters: readonly Parameter[],
  document: OpenApi,
  wrong: boolean,
): fc.Arbitrary<[string, string | Pick][]> {
  const valueOf = valuesOf(document, wrong);
  const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  const one = (parameter: Parameter): fc.Arbitrary<[string, string | Pick][]> => {
    const { name } = parameter;
    const right =
      name === 'cursor' || name === 'after'
        ? cursor
        : name === 'caseId'
          ? fc.constant<Pick>({ pick: 'id' })
          : valueOf(parameter.schema).map(asText);
    const named = (value: string | Pick): [string, string | Pick] => [name, value];
    const absent = fc.constant<[string, string | Pick][]>([]);
    const once = right.map((value) => [named(value)]);
    if (!wrong) return (parameter as { required?: boolean }).required ? once : fc.oneof(once, absent);
    return fc.oneof(
      { weight: 5, arbitrary: once },
      { weight: 3, arbitrary: absent },
      { weight: 1, arbitrary: uglyQueryText.map((value) => [named(value)]) },
      { weight: 1, arbitrary: fc.array(uglyQueryText, { maxLength: 4 }).map((values) => values.map(named)) },
      {
        weight: 1,
        arbitrary: uglyQueryText.map((value): [string, string][] => [
          [`${name}[]`, value],
          [`${name}[a][b]`, value],
        ]),
      },
    );
  };
  const all = fc
    .tuple(...parameters.filter((parameter) => parameter.in === 'query').map(one))
    .map((lists) => lists.flat());
  if (!wrong) return all;
  const more = fc.array(fc.tuple(briefText, briefText), { maxLength: 2 });
  return fc
    .tuple(all, fc.oneof({ weight: 5, arbitrary: fc.constant<[string, string][]>([]) }, more))
    .map(([a, b]) => [...a, ...b]);
}

const headerText = fc
  .oneof(fc.string({ unit: 'binary-ascii', maxLength: 40 }), uglyText)
  .map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 3_000));

const uglyHeader: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'idempotency-key',
      'x-forwarded-for',
      'user-agent',
      'accept',
      'x-request-id',
      'if-match',
      'origin',
      'referer',
      'x-http-method-override',
      'forwarded',
      'range',
      'accept-language',
    ),
    headerText,
  ),
  fc.nat(20).map((n): [string, string] => ['idempotency-key', `key-${n}`]),
  fc.constantFrom<[string, string]>(
    ['content-type', 'text/plain'],
    ['content-type', 'application/xml'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', 'application/json; charset=utf-16'],
    ['content-type', 'application/json; charset="'],
    ['content-type', ';;;'],
    ['content-type', 'application/json-seq'],
    ['content-encoding', 'gzip'],
    ['content-encoding', 'br'],
    ['content-encoding', 'zstd'],
    ['content-encoding', 'gzip, gzip'],
    ['x-forwarded-for', '1.2.3.4, ::ffff:5.6.7.8, fe80::1%eth0, <script>'],
    ['expect', '100-continue'],
    ['upgrade', 'websocket'],
  ),
);

function bodyOf(
  { method, operation }: NamedOperation,
  document: OpenApi,
  wrong: boolean,
): fc.Arbitrary<Body> {
  const content = operation.requestBody?.content ?? {};
  const json = content['application/json']?.schema;
  const none = fc.constant<Body>({ kind: 'none' });
  if (content['application/x-ndjson'] !== undefined) {
    const member = valuesOf(document, wrong)({ $ref: '#/components/schemas/Member' });
    const message = valuesOf(document, wrong)({ $ref: '#/components/schemas/Message' });
    return fc
      .array(fc.oneof(member, message, ...(wrong ? [ugly] : [])), { maxLength: 5 })
      .map((values) => ({ kind: 'lines', values }));
  }
  if (json === undefined && (!wrong || method === 'GET')) return none;
  const value = json === undefined ? ugly : valuesOf(document, wrong)(json);
  const right = value.map((one): Body => ({ kind: 'json', value: one }));
  if (!wrong) return right;
  return fc.oneof(
    { weight: 150, arbitrary: right },
    { weight: 15, arbitrary: ugly.map((one): Body => ({ kind: 'json', value: one })) },
    {
      weight: 10,
      arbitrary: fc
        .tuple(value, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([one, share]): Body => ({ kind: 'cut', value: one, share })),
    },
    {
      weight: 10,
      arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes): Body => ({ kind: 'bytes', bytes })),
    },
    { weight: 5, arbitrary: value.map((one): Body => ({ kind: 'gzip', value: one })) },
    { weight: 5, arbitrary: none },
    { weight: 1, arbitrary: fc.constantFrom(3e6, 2e7).map((bytes): Body => ({ kind: 'bomb', bytes })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(900_000, 1_100_000).map((bytes): Body => ({ kind: 'large', bytes })),
    },
  );
}

function idsOf({ path }: NamedOperation, wrong: boolean): fc.Arbitrary<(string | Pick)[]> {
  const right: Record<string, fc.Arbitrary<string | Pick>> = {
    queue: fc.constant('first-messages'),
    resource: fc.constantFrom('members', 'services', 'orders', 'reviews', 'messages'),
  };
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  return fc.tuple(
    ...names.map((name) => {
      const known = right[name] ?? fc.constant<Pick>({ pick: 'id' });
      return wrong ? fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: uglySegment }) : known;
    }),
  );
}

/** Requests for one operation: a third of them right in form, so that they reach what lies behind it. */
export function requestsFor(operation: NamedOperation, document: OpenApi): fc.Arbitrary<FuzzRequest> {
  const { parameters } = operation.operation;
  const of = (wrong: boolean): fc.Arbitrary<FuzzRequest> =>
    fc.record({
      ids: idsOf(operation, wrong),
      query: queryOf(parameters, document, wrong),
      headers: wrong
        ? fc.oneof(
            { weight: 2, arbitrary: fc.constant<[string, string][]>([]) },
            { weight: 1, arbitrary: fc.array(uglyHeader, { maxLength: 3 }) },
          )
        : fc.constant<[string, string][]>([]),
      body: bodyOf(operation, document, wrong),
      as: wrong
        ? fc.oneof(
            { weight: 14, arbitrary: fc.constant<'allowed'>('allowed') },
            { weight: 1, arbitrary: fc.constant<'other'>('other') },
            { weight: 1, arbitrary: headerText.map((authorization) => ({ authorization })) },
            {
              weight: 1,
              arbitrary: headerText.map((text) => ({ cookie: `gatehouse_session=${text}; ${text}` })),
            },
          )
        : fc.constant<'allowed'>('allowed'),
      n: fc.nat(),
    });
  return fc.oneof({ weight: 1, arbitrary: of(false) }, { weight: 2, arbitrary: of(true) });
}
