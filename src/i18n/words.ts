import { Part } from '../core/part.js';
import type { Messages } from './locales/en.js';
import { matchLocale } from './match-locale.js';

type Table = Partial<Messages>;
type Tables = Readonly<Record<'en' | 'zh-CN', Part<Table>>>;

/** The kit's messages: what a room says, and what else the elements of this page say. Each language comes when it is spoken. */
const tables: Tables[] = [
  {
    en: new Part<Table>(async () => (await import(/* along */ './locales/en-room.js')).enRoom),
    'zh-CN': new Part<Table>(async () => (await import(/* along */ './locales/zh-cn-room.js')).zhCNRoom),
  },
];

/** Makes zh-TW of zh-CN. */
const traditional = new Part(async () => (await import('./traditional.js')).toTraditional);

/** Who has spoken in another language, or in none, because words did not arrive. */
const waiting = new Set<() => void>();
const late = new Set<Part<unknown>>();

/** Some element of this page says these as well. */
export function needWords(more: Tables): void {
  tables.push(more);
}

/** Our own words for `key`, where they are here. Never throws, whatever the key. */
export function ownWords(tag: string, key: string): string | undefined {
  const locale = matchLocale(tag);
  for (const table of tables) {
    const words = table[locale === 'en' ? 'en' : 'zh-CN'].here;
    const text = words && Object.prototype.hasOwnProperty.call(words, key) && words[key as keyof Messages];
    if (text) return locale === 'zh-TW' ? inTraditional(text) : text;
  }
  return undefined;
}

/** 简体 → 繁體, once a reader of it has been seen. */
export const inTraditional = (text: string): string => traditional.here?.(text) ?? text;

function missingFor(tag: string): Part<unknown>[] {
  const locale = matchLocale(tag);
  const needed: Part<unknown>[] = tables.map(table => table[locale === 'en' ? 'en' : 'zh-CN']);
  if (locale === 'zh-TW') needed.push(traditional);
  return needed.filter(part => part.here === undefined);
}

/** Words that a reader of `tag` needs are still to come. */
export const wordsMissing = (tag: string): boolean => missingFor(tag).length > 0;

/**
 * Undefined where all is here that a reader of `tag` needs. Else resolves when it is, or, where the network does not give
 * it, when English is here or could not be had either; `again` is then called once it has come after all. Never rejects.
 */
export function wordsFor(tag: string, again: () => void): Promise<unknown> | undefined {
  const missing = missingFor(tag);
  const untried = missing.filter(part => !part.failed);
  if (untried.length > 0) return Promise.all(untried.map(part => part.tried()));
  if (missing.length === 0) return undefined;
  waiting.add(again);
  for (const part of missing) void tellWhenHere(part);
  return matchLocale(tag) === 'en' ? undefined : wordsFor('en', again);
}

async function tellWhenHere(part: Part<unknown>): Promise<void> {
  if (late.has(part)) return;
  late.add(part);
  await part.come();
  late.delete(part);
  const told = [...waiting];
  waiting.clear();
  for (const again of told) again();
}

// Asked for as soon as all that comes along with the kit has been read.
if (typeof document !== 'undefined')
  void Promise.resolve().then(() => wordsFor(document.documentElement.lang || navigator.language, () => {}));
