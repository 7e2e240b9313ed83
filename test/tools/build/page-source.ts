import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { applyEdits } from './edits.js';
import { classTable, renamePrivates } from './private-names.js';
import { shrinkTemplates } from './template-space.js';

const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** TypeScript sources below a folder, tests aside, in a stable order. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !/(\.test|\.d|-contract)\.ts$/.test(name))
    .sort()
    .map(name => join(folder, name));
}

const tables = new Map<string, ReturnType<typeof classTable>>();

/** The classes below a folder, read once for all the builds of one run. */
function classesBelow(folder: string): ReturnType<typeof classTable> {
  const known = tables.get(folder);
  if (known) return known;
  const table = classTable(sourceFiles(folder).map(file => parse(file, readFileSync(file, 'utf8'))));
  tables.set(folder, table);
  return table;
}

const prepared = new Map<string, { before: string; after: string }>();

/** One file as the bundler shall see it. Several builds of one run ask for the same files. */
function prepare(file: string, code: string, src: string): string {
  const known = prepared.get(file);
  if (known?.before === code) return known.after;
  const source = parse(file, code);
  const after = applyEdits(code, [...renamePrivates(source, classesBelow(src)), ...shrinkTemplates(source)]);
  prepared.set(file, { before: code, after });
  return after;
}

/** Prepares page code for the bundler: private members get plain names, templates lose their indentation. */
export function pageSource(src: string): Plugin {
  const folder = src.replaceAll('\\', '/');
  return {
    name: 'qunlive:page-source',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0] ?? '';
      if (!file.startsWith(folder) || !file.endsWith('.ts')) return null;
      return { code: prepare(file, code, src), map: null };
    },
  };
}
