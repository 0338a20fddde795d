import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../json-schema.ts';

// The committed schemas, anew. A test tells when they are not what the code says.
const folder = new URL('../../../docs/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [kind, text] of jsonSchemas()) writeFileSync(new URL(`${kind}.schema.json`, folder), text);
