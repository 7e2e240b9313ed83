import type { SourceFile } from './tree.js';

const folders = ['src', 'demo', 'docs', 'test'];

/** Top-level folders besides the four and those that start with a dot. */
export function strangeFolders(paths: readonly string[]): string[] {
  const top = paths.flatMap(path => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : []));
  return [...new Set(top)].filter(name => !name.startsWith('.') && !folders.includes(name));
}

/** Names under which code of every kind gathers. */
export function gatheringPlaces(paths: readonly string[]): string[] {
  const name = /(^|\/)((utils?|helpers?|common|misc|types)\.[a-z.]+|(utils?|helpers?|common|misc)\/.*)$/;
  return paths.filter(path => /^(src|demo|docs|test)\//.test(path) && name.test(path));
}

export const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** A table of words is as long as the words are many. */
const isWords = (path: string): boolean => /^src\/i18n\/(locales\/|traditional)/.test(path);

/** Files of more lines than `most`. */
export function longFiles(files: readonly SourceFile[], most = 400): string[] {
  return files
    .filter(({ path, text }) => !isWords(path) && lineCount(text) > most)
    .map(({ path, text }) => `${path}: ${lineCount(text)} lines`);
}

/** The length in the middle, tests and tables of words aside. */
export function medianLength(files: readonly SourceFile[]): number {
  const lengths = files
    .filter(({ path }) => !isWords(path))
    .map(({ text }) => lineCount(text))
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** Tests that are switched off, or switch all others off. */
export function idleTests(files: readonly SourceFile[]): string[] {
  const idle =
    /\b(describe|context|suite|it|test|t)\s*\.\s*(only|skip|todo)\b|\b(xit|xdescribe|xspecify)\s*\(|\b(skip|only|todo):\s*true/;
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (idle.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
}
