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
    .filter(name => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name))
    .sort()
    .map(name => join(folder, name));
}

/** Prepares page code for the bundler: private members get plain names, templates lose their indentation. */
export function pageSource(src: string): Plugin {
  const folder = src.replaceAll('\\', '/');
  let table: ReturnType<typeof classTable>;
  return {
    name: 'qunlive:page-source',
    enforce: 'pre',
    buildStart() {
      table = classTable(sourceFiles(src).map(file => parse(file, readFileSync(file, 'utf8'))));
    },
    transform(code, id) {
      const file = id.split('?')[0] ?? '';
      if (!file.startsWith(folder) || !file.endsWith('.ts')) return null;
      const source = parse(file, code);
      return {
        code: applyEdits(code, [...renamePrivates(source, table), ...shrinkTemplates(source)]),
        map: null,
      };
    },
  };
}
