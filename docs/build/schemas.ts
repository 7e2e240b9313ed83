/** npm run docs — writes docs/schemas/*.json, the wire as JSON Schemas, from src/protocol. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wireSchemas } from './wire-schemas.js';

const folder = fileURLToPath(new URL('../schemas', import.meta.url));

const textOf = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Names of files that are missing, old, or of a schema that is no more. */
export function staleSchemas(): string[] {
  const wanted = Object.entries(wireSchemas());
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const isOld = ([name, schema]: [string, object]): boolean =>
    !there.includes(name) || readFileSync(join(folder, name), 'utf8') !== textOf(schema);
  const gone = there.filter(name => !wanted.some(([other]) => other === name));
  return [...wanted.filter(isOld).map(([name]) => name), ...gone];
}

function main(): void {
  const stale = staleSchemas();
  const schemas = wireSchemas();
  mkdirSync(folder, { recursive: true });
  for (const name of stale) {
    const schema = schemas[name];
    if (schema) writeFileSync(join(folder, name), textOf(schema));
    else rmSync(join(folder, name));
    console.log(`${schema ? 'wrote' : 'removed'} docs/schemas/${name}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
