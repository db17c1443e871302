import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';
import { everyOperation, type OpenApi } from '../testing/openapi.ts';

let app: RunningApp;
let document: OpenApi;

beforeAll(async () => {
  app = await runningApp(testDatabases()[0]!.open);
  document = (await app.send('GET', '/openapi.json')).body as unknown as OpenApi;
});
afterAll(() => app.close());

/** Every object in the document, with the way to it. */
function* nodes(value: unknown, way = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [way, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${way}/${key}`);
}

function resolved(ref: string): unknown {
  let at: unknown = document;
  for (const step of ref.split('/').slice(1)) at = (at as Record<string, unknown> | undefined)?.[step];
  return at;
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('has every route in it, each operation with an id of its own', () => {
    const told = everyOperation(document).map(({ method, path }) => `${method} ${path}`);
    for (const route of app.container.routes) {
      expect(told).toContain(`${route.method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
    }
    const ids = everyOperation(document).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names the schema of every body and every answer', () => {
    const unnamed: string[] = [];
    for (const { method, path, operation } of everyOperation(document)) {
      if (operation.tags[0] === 'Operations') continue;
      const contents = [operation.requestBody, ...Object.values(operation.responses)];
      for (const { content = {} } of contents.flatMap((one) => one ?? [])) {
        for (const [type, { schema }] of Object.entries(content)) {
          if (type.endsWith('json') && !type.endsWith('ndjson') && schema.$ref === undefined)
            unnamed.push(`${method} ${path}`);
        }
      }
    }
    expect(unnamed).toEqual([]);
  });

  it('has no reference that leads nowhere, or back to itself', () => {
    for (const [way, node] of nodes(document)) {
      if (typeof node.$ref !== 'string') continue;
      expect(resolved(node.$ref), `${way} → ${node.$ref}`).toBeTypeOf('object');
      const seen = [way];
      for (
        let ref: unknown = node.$ref;
        typeof ref === 'string';
        ref = (resolved(ref) as { $ref?: string }).$ref
      ) {
        expect(seen).not.toContain(ref);
        seen.push(ref);
      }
    }
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('names every path parameter, and describes every tag', () => {
    const tags = new Set(document.tags.map((tag) => tag.name));
    for (const { path, operation } of everyOperation(document)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const told = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect(told, path).toEqual(inPath);
      for (const tag of operation.tags) expect(tags, path).toContain(tag);
    }
  });

  it('tells of both successes where there are two', () => {
    const put = document.paths['/v1/members/{id}']?.put;
    const schema = { $ref: '#/components/schemas/Member' };
    expect(put?.responses['200']?.content?.['application/json']?.schema).toEqual(schema);
    expect(put?.responses['201']?.content?.['application/json']?.schema).toEqual(schema);
  });

  it('tells of every event, and of the headers it comes with', () => {
    expect(Object.keys(document.webhooks).sort()).toEqual([
      'message.rejected',
      'message.released',
      'message.removed',
      'notice.created',
    ]);
    for (const { post } of Object.values(document.webhooks)) {
      const headers = post?.parameters.map((one) => one.name);
      expect(headers).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
    }
  });
});

const CLIENT = `
import type { components, paths, webhooks } from './gatehouse';

type Message = paths['/v1/messages']['post']['requestBody']['content']['application/json'];
type Receipt = paths['/v1/messages']['post']['responses'][201]['content']['application/json'];
type Problem = components['schemas']['Problem'];
type Feed = paths['/v1/events']['get']['responses'][200]['content']['application/json'];
type Released = webhooks['message.released']['post']['requestBody']['content']['application/json'];
type AnyEvent = { [T in keyof webhooks]: webhooks[T]['post']['requestBody']['content']['application/json'] }[keyof webhooks];

export async function send(base: string, key: string, message: Message): Promise<Receipt> {
  const answer = await fetch(base + '/v1/messages', {
    method: 'POST',
    headers: { authorization: 'Bearer ' + key, 'content-type': 'application/json', 'idempotency-key': message.id },
    body: JSON.stringify(message),
  });
  if (answer.status !== 201) throw new Error(((await answer.json()) as Problem).code);
  return (await answer.json()) as Receipt;
}

export async function read(base: string, key: string, after?: string): Promise<Feed> {
  const query: paths['/v1/events']['get']['parameters']['query'] = after === undefined ? {} : { after };
  const answer = await fetch(base + '/v1/events?' + new URLSearchParams(query as Record<string, string>), {
    headers: { authorization: 'Bearer ' + key },
  });
  return (await answer.json()) as Feed;
}

export function take(event: AnyEvent): string {
  switch (event.type) {
    case 'message.released': {
      const released: Released = event;
      return released.data.messageId;
    }
    case 'message.rejected':
    case 'message.removed':
      return event.data.reasonCode ?? event.data.outcome;
    case 'notice.created':
      return event.data.noticeId;
  }
}

const receipt: Receipt = { id: 'm1', disposition: 'held', caseId: 'case_1' };
export const disposition: 'held' | 'released' | 'rejected' | 'withdrawn' | 'removed' = receipt.disposition;

// @ts-expect-error a message has a sender
export const wrong: Message = { id: 'm1', conversationId: 'c', recipientId: 'r', kind: 'text', text: '', sentAt: '' };
// @ts-expect-error there is no such kind
export const unknown: Message['kind'] = 'voice';
`;

describe('a client generated from it', () => {
  it('compiles, and its types say what is wrong', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'gatehouse-client-'));
    try {
      const types = astToString(await openapiTS(structuredClone(document) as never, { silent: true }));
      await writeFile(join(dir, 'gatehouse.ts'), types);
      await writeFile(join(dir, 'client.ts'), CLIENT);
      const program = ts.createProgram([join(dir, 'client.ts')], {
        strict: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
      });
      const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, start, file }) => {
        const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
        return `${file?.fileName ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      });
      expect(problems).toEqual([]);
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
