/**
 * npm run docs — writes the API tables between `<!-- api:start -->` and `<!-- api:end -->` of every element's
 * README.md and README.zh-CN.md, from the doc comments. Chinese words come from docs/i18n/api.zh-CN.json.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { apiTables, type ChineseWords, type Language } from './api-tables.js';
import { makeManifest, type ElementDeclaration } from './manifest.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wordsFile = join(root, 'docs/i18n/api.zh-CN.json');

/** A README as it is and as the sources want it. */
export interface Page {
  readonly path: string;
  readonly text: string;
  readonly wanted: string;
}

export const readChinese = (): ChineseWords =>
  existsSync(wordsFile) ? (JSON.parse(readFileSync(wordsFile, 'utf8')) as ChineseWords) : {};

/** The text with the tables between its two marks. Throws where the marks are missing. */
export function withTables(text: string, tables: string): string {
  const [start, end] = ['<!-- api:start -->', '<!-- api:end -->'];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${start} and ${end} are missing`);
  return `${text.slice(0, from + start.length)}\n\n${tables}\n\n${text.slice(to)}`;
}

async function pageOf(element: ElementDeclaration, language: Language, chinese: ChineseWords): Promise<Page> {
  const file = language === 'en' ? 'README.md' : 'README.zh-CN.md';
  const path = `src/elements/${element.tagName.replace(/^qun-/, '')}/${file}`;
  const text = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
  const options = { ...(await resolveConfig(join(root, path))), parser: 'markdown' };
  try {
    return {
      path,
      text,
      wanted: await format(withTables(text, apiTables(element, language, chinese)), options),
    };
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** Every element's two pages; `faults` names those that cannot be written. */
export async function apiPages(): Promise<{ pages: Page[]; faults: string[] }> {
  const chinese = readChinese();
  const elements = makeManifest(root).modules.flatMap(module => module.declarations);
  const languages: readonly Language[] = ['en', 'zh-CN'];
  const wanted = elements.flatMap(element => languages.map(language => pageOf(element, language, chinese)));
  const results = await Promise.allSettled(wanted);
  return {
    pages: results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : [])),
    faults: results.flatMap(result =>
      result.status === 'rejected' ? [(result.reason as Error).message] : [],
    ),
  };
}

async function main(): Promise<void> {
  const { pages, faults } = await apiPages();
  for (const { path, text, wanted } of pages) {
    if (text === wanted) continue;
    writeFileSync(join(root, path), wanted);
    console.log(`wrote ${path}`);
  }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
