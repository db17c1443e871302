import { isDeepStrictEqual } from 'node:util';
import type { Route } from '../../http/route.ts';
import type { NamedOperation } from '../openapi.ts';
import type { Heard } from './sender.ts';

const LEAKS =
  /\bat [^\n"]*\.(ts|js|mjs|cjs):\d+|node_modules|node:internal|SQLITE_|\bselect\b[^"]{0,80}\bfrom\b|\binsert into\b|\bupdate\b[^"]{0,40}\bset\b|violates|syntax error at|\bpg_\w+|ECONNREFUSED/i;

/** Whether a body is what its schema says: nothing missing, nothing wrong, and nothing that is not in it. */
export function unlikeSchema(route: Route, body: unknown): string | undefined {
  if (!route.response) return undefined;
  const parsed = route.response.safeParse(body);
  if (!parsed.success)
    return parsed.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; ');
  return isDeepStrictEqual(parsed.data, body) ? undefined : 'has more in it than the schema says';
}

function problemWith(text: string, status: number): string | undefined {
  const body = JSON.parse(text) as Record<string, unknown>;
  for (const member of ['type', 'title', 'detail', 'code']) {
    if (typeof body[member] !== 'string' || body[member] === '') return `the problem has no ${member}`;
  }
  if (body.status !== status) return `the problem says ${String(body.status)}, the answer ${status}`;
  return undefined;
}

/**
 * What is wrong with an answer; undefined: nothing.
 * @param elsewhere the path was bent so far that it may lead to no operation, or to another one
 */
export function judge(
  { operation }: NamedOperation,
  route: Route | undefined,
  { status, type, text }: Heard,
  elsewhere: boolean,
): string | undefined {
  if (status >= 500) return `answered ${status}: ${text}`;
  if (status >= 400) {
    if (type !== 'application/problem+json; charset=utf-8') return `a ${status} of type ${type}`;
    const wrong = problemWith(text, status);
    if (wrong !== undefined) return wrong;
    const { code } = JSON.parse(text) as { code: string };
    if (LEAKS.test(text)) return `the answer tells of our insides: ${text.slice(0, 500)}`;
    if (text.length > 100_000) return `the problem is ${text.length} characters long`;
    if (elsewhere || status === 431) return undefined; // too long to become a request at all
    if (operation.responses[status] === undefined) return `${status} ${code} is not in the OpenAPI document`;
    if (!operation['x-problem-codes']?.includes(code))
      return `the code ${code} (${status}) is not in the document`;
    return undefined;
  }
  if (elsewhere) return undefined;
  if (operation.responses[status] === undefined) return `${status} is not in the OpenAPI document`;
  if (!type.startsWith('application/json')) return undefined;
  const wrong = route === undefined ? undefined : unlikeSchema(route, JSON.parse(text));
  return wrong === undefined ? undefined : `the answer is not what its schema says: ${wrong}`;
}
