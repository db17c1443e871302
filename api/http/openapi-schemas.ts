import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** zod's `$defs` become components, and `$ref`s point there. */
function relocate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocate);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id' || typeof (value as JsonSchema).id !== 'string' || !('type' in value))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace('#/$defs/', '#/components/schemas/')
          : relocate(inner),
      ]),
  );
}

/** Collects the named schemas of a document. */
export function createSchemas() {
  const components: Record<string, JsonSchema> = {};

  function define(name: string, schema: JsonSchema): void {
    const known = components[name];
    if (known !== undefined && !isDeepStrictEqual(known, schema)) {
      throw new Error(
        `Two schemas are named ${name}, or it takes something else than it gives: give them two names.`,
      );
    }
    components[name] = schema;
  }

  return {
    components,

    /** The JSON Schema of what is taken (`input`) or given (`output`): a reference where it has a name. */
    of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
      const {
        $defs,
        $schema: _,
        ...body
      } = z.toJSONSchema(schema, {
        io,
        unrepresentable: 'any',
        reused: 'inline',
        override: ({ zodSchema, jsonSchema }) => {
          const { def } = zodSchema._zod;
          // what a preprocess or transform takes is what it was written for
          if (def.type === 'transform') delete jsonSchema.type;
          // answers may gain members: clients must not refuse those they do not know
          if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
          // the format says it, in fewer than 300 characters
          if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
        },
      }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
      for (const [name, definition] of Object.entries($defs ?? {}))
        define(name, relocate(definition) as JsonSchema);
      const named = relocate(body) as JsonSchema;
      const id = z.globalRegistry.get(schema)?.id;
      if (id === undefined) return named;
      if (named.$ref === undefined) define(id, named);
      return { $ref: `#/components/schemas/${id}` };
    },
  };
}

export type Schemas = ReturnType<typeof createSchemas>;
