import { z } from 'zod';

// The parts of the SARIF 2.1.0 schema (OASIS, errata 01) that the program writes; objects of the schema take no further
// properties, so neither do these.

const text = z.string();
const message = z.strictObject({ text, markdown: text.optional() });
const level = z.enum(['none', 'note', 'warning', 'error']);
const propertyBag = z.record(text, z.unknown());
/** RFC 3986 relative-reference or URI, in ASCII. */
const uriReference = z
  .string()
  .regex(/^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#[\]]|%[0-9A-Fa-f]{2})*$/);

const artifactLocation = z.strictObject({ uri: uriReference, index: z.number().int().min(-1).optional() });
const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation }),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: text, kind: text })).optional(),
});

const reportingDescriptor = z.strictObject({
  id: text,
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ level }),
  messageStrings: z.record(text, message),
  properties: propertyBag.optional(),
});

const result = z.strictObject({
  ruleId: text,
  ruleIndex: z.number().int().min(-1).optional(),
  level,
  message,
  locations: z.array(location),
  suppressions: z
    .array(
      z.strictObject({
        kind: z.enum(['inSource', 'external']),
        status: z.enum(['accepted', 'underReview', 'rejected']),
        justification: text,
      }),
    )
    .optional(),
  partialFingerprints: z.record(text, text),
  properties: propertyBag,
});

const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: text,
      version: text,
      language: z.string().regex(/^[a-zA-Z]{2}(?:-[a-zA-Z]{2})?$/),
      rules: z.array(reportingDescriptor),
    }),
  }),
  automationDetails: z.strictObject({ description: message }),
  invocations: z.array(
    z.strictObject({
      executionSuccessful: z.boolean(),
      toolExecutionNotifications: z
        .array(
          z.strictObject({
            descriptor: z.strictObject({ id: text }),
            level,
            message,
            locations: z.array(location),
          }),
        )
        .optional(),
    }),
  ),
  artifacts: z.array(
    z.strictObject({
      location: artifactLocation,
      length: z.number().int().min(-1),
      roles: z.array(z.literal('analysisTarget')),
      hashes: z.record(text, text).optional(),
    }),
  ),
  columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
  results: z.array(result),
});

export const sarifLog = z.strictObject({ $schema: z.url(), version: z.literal('2.1.0'), runs: z.array(run) });
