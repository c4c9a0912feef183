import { z } from 'zod';
import type { Rule } from '../engine/rule.ts';
import {
  decisionSchema,
  expressionSchema,
  fileSchema,
  OWN_RULE_ID,
  settingsSchema,
  waiverSchema,
} from './fileSchema.ts';
import { WEIGHTS } from './severity.ts';

type Schema = Record<string, unknown>;

/** JSON Schema (draft 2020-12) of a rule-set file, from the same shapes that files are checked by: editors complete rule
 *  ids and parameters with it and mark mistakes while one types. */
export function editorSchema(rules: readonly Rule[]): Schema {
  const file = schemaOf(fileSchema);
  const properties = file['properties'] as Record<string, Schema>;
  const settings = (entries: Schema): Schema => ({ type: ['object', 'null'], ...entries });
  const builtIn = Object.fromEntries(rules.map((rule) => [rule.id, { $ref: `#/$defs/${rule.id}` }]));
  const own = OWN_RULE_ID.source;
  const overrides = (properties['overrides']!['anyOf'] as Schema[] | undefined)?.[0] ?? properties['overrides']!;
  const override = overrides['items'] as Schema;
  return {
    ...file,
    title: 'Bộ quy tắc rà soát thủ tục hành chính',
    properties: {
      ...properties,
      rules: settings({
        properties: builtIn,
        patternProperties: {
          [own]: {
            anyOf: [
              { $ref: '#/$defs/weight' },
              { $ref: '#/$defs/settings' },
              { $ref: '#/$defs/expression' },
              { $ref: '#/$defs/decision' },
            ],
          },
        },
        additionalProperties: false,
      }),
      overrides: {
        ...properties['overrides'],
        anyOf: [
          {
            ...overrides,
            items: {
              ...override,
              properties: {
                ...(override['properties'] as Schema),
                rules: settings({
                  properties: builtIn,
                  patternProperties: {
                    [own]: { anyOf: [{ $ref: '#/$defs/weight' }, { $ref: '#/$defs/settings' }] },
                  },
                  additionalProperties: false,
                }),
              },
            },
          },
          { type: 'null' },
        ],
      },
      waivers: { type: ['array', 'null'], items: { $ref: '#/$defs/waiver' } },
    },
    $defs: {
      weight: { enum: [...WEIGHTS] },
      settings: schemaOf(settingsSchema),
      expression: schemaOf(expressionSchema),
      decision: schemaOf(decisionSchema),
      waiver: schemaOf(waiverSchema),
      ...Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
    },
  };
}

/** A built-in rule: its severity alone, or its settings with the parameters it has. */
function ruleSchema(rule: Rule): Schema {
  const keys = Object.keys(settingsSchema.shape);
  const properties = Object.fromEntries(keys.map((key) => [key, { $ref: `#/$defs/settings/properties/${key}` }]));
  const { params: _, ...others } = properties;
  const own =
    rule.params === undefined
      ? {}
      : { params: { ...schemaOf(rule.params), required: [], additionalProperties: false } };
  return {
    title: rule.title,
    description: rule.why,
    anyOf: [
      { $ref: '#/$defs/weight' },
      { type: 'object', properties: { ...others, ...own }, additionalProperties: false },
    ],
  };
}

function schemaOf(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
