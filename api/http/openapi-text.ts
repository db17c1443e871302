/** What the document says in words: what each group of calls is for, and what every call has in common. */
export const TAGS: Readonly<Record<string, string>> = {
  Session: 'Staff sign in and out, and change what is their own.',
  Staff: 'Staff accounts, and what each role allows.',
  Cases: 'The work: queues, claiming, deciding, undoing. The same for every desk.',
  Me: 'A person’s own day, and their own preferences.',
  Views: 'Lists that people have named: their own, and those that leads share.',
  'First messages': 'The desk of held first messages.',
  Members: 'What staff may see of a member.',
  Settings: 'Policies and the calendar: versioned, each change on record.',
  Audit: 'Who did what, when, on what, and the checkpoints that seal it.',
  Webhooks: 'Deliveries of events, and the endpoint that takes them.',
  'API keys': 'Keys of the marketplace’s programs.',
  Live: 'What changes, pushed to open consoles.',
  Messages: 'For the marketplace: messages through the gate.',
  Marketplace: 'For the marketplace: members, services, orders, reviews, and imports of any of it.',
  Notices: 'For the marketplace: texts to be delivered to members.',
  Events: 'For the marketplace: everything decided, by feed and by webhook, in the same words.',
  Operations: 'For whoever runs Gatehouse.',
};

export const DESCRIPTION = `The staff side of a freelance marketplace: people decide on held messages, and the
marketplace learns of each decision exactly once.

**Two callers.** The marketplace calls \`/v1\` with an API key. Staff call \`/api\` with a session cookie; writes there are
refused (403 \`cross_site\`) where \`Origin\` or \`Sec-Fetch-Site\` say that another site sent them.

**Problems** are RFC 9457 documents (\`application/problem+json\`) with a stable \`code\`: match on that, and show \`detail\`
to people. \`x-problem-codes\` of each operation lists the codes that it may answer.

**Pages** are continued with \`cursor\` = the \`nextCursor\` of the page before; null: that was the last one.

**Times** are ISO 8601 in UTC with milliseconds; on input any offset will do. **Money** is whole minor units with an
ISO 4217 code. Clients ignore members and values that they do not know: there will be more.`;

export const STATUS_TEXTS: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken on.',
  204: 'Done; no content.',
  400: 'The request is malformed; `errors` says where.',
  401: 'Nobody is signed in, or the API key is unknown.',
  403: 'Known, but not allowed.',
  404: 'No such thing.',
  408: 'The body took too long to arrive.',
  409: 'No longer true; carries what won.',
  413: 'The body is larger than 1 MB.',
  415: 'The media type is not supported.',
  422: 'A rule of the domain refuses it.',
  429: 'Too many tries; `Retry-After` says when the next one makes sense.',
  503: 'The database cannot be reached just now; `Retry-After` says when to try again.',
};

/** Codes that follow from what an operation is, whatever it does. */
export const STATUS_CODES: Readonly<Record<number, readonly string[]>> = {
  400: ['bad_input'],
  404: ['not_found'],
  408: ['body_timeout'],
  413: ['too_large'],
  415: ['unsupported_media_type'],
  429: ['too_many_requests'],
  503: ['unavailable'],
};

/** Codes of single routes that do not come with 409 or 422, as most do. */
export const OTHER_CODES: Readonly<Record<number, readonly string[]>> = {
  401: ['wrong_credentials', 'password_expired'],
  403: ['conflict_of_interest', 'escalated', 'maker_is_checker', 'not_yours', 'own_account'],
  404: ['not_found'],
};

export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any text of your own that is new for each request, such as a UUID. For 24 hours the same key with the same ' +
    'request gives the first answer again; with another request 422 `idempotency_key_reused`; while the first call ' +
    'still runs 409 `idempotency_in_flight`.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
};

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

/** The headers of Standard Webhooks 1.0. */
export const WEBHOOK_HEADERS = [
  header(
    'webhook-id',
    'The id of the event: the same on every try. What was taken before is not done again.',
  ),
  header('webhook-timestamp', 'When this try was made: seconds since the Unix epoch.'),
  header(
    'webhook-signature',
    '`v1,<base64>`, several with a space between: HMAC-SHA-256 of `<webhook-id>.<webhook-timestamp>.<body>`.',
  ),
];

const plain = (status: number, description: string, mediaType: string, schema: object) => ({
  [status]: { description, content: { [mediaType]: { schema } } },
});
const statusIs = (status: string) => ({
  type: 'object',
  properties: { status: { const: status } },
  required: ['status'],
});
const operation = (operationId: string, summary: string, responses: object) => ({
  get: { operationId, summary, tags: ['Operations'], parameters: [], security: [], responses },
});

/** Addresses beside the table of routes. */
export const OPERATIONS = {
  '/healthz': operation(
    'getHealthz',
    'Is this process up',
    plain(200, 'Up.', 'application/json', statusIs('up')),
  ),
  '/readyz': operation('getReadyz', 'Can this process reach its database and its jobs', {
    ...plain(200, 'Ready.', 'application/json', statusIs('ready')),
    ...plain(503, 'Not ready.', 'application/problem+json', { $ref: '#/components/schemas/Problem' }),
  }),
  '/metrics': operation(
    'getMetrics',
    'Figures for Prometheus',
    plain(200, 'The text format of Prometheus.', 'text/plain', { type: 'string' }),
  ),
  '/openapi.json': operation(
    'getOpenapiJson',
    'This document',
    plain(200, 'OpenAPI 3.1.', 'application/json', { type: 'object' }),
  ),
};
