// `npm run docs`: writes the rule pages and the index of the letters' demands. A test fails when they are stale.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruleDocuments } from './rule-documents.ts';

const folder = path.resolve(import.meta.dirname, '../docs/rules');
mkdirSync(folder, { recursive: true });
const documents = ruleDocuments();
for (const name of readdirSync(folder)) if (!documents.has(name)) rmSync(path.join(folder, name));
for (const [name, text] of documents) writeFileSync(path.join(folder, name), text);
console.log(`${documents.size} trang trong docs/rules`);
