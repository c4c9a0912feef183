import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../shared/rules/index.ts';
import { editorSchema } from '../shared/ruleset/editorSchema.ts';

// Writes docs/schema/rule-set.schema.json, which editors complete rule-set files with. Run after a rule, a parameter or the
// form of the file changes; the result is committed.

const target = path.resolve(import.meta.dirname, '../docs/schema/rule-set.schema.json');
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(editorSchema(RULES), null, 1)}\n`);
console.log(path.relative(process.cwd(), target));
