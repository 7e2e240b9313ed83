export type Lang = 'zh-CN' | 'en';

/** `?lang=` first, then what the browser prefers. */
export function langOf(query: string | undefined, accept: string | undefined): Lang {
  if (query === 'en' || query === 'zh-CN') return query;
  return /^\s*(en|de|fr|es|it|pt|nl|pl|sv)\b/i.test(accept ?? '') ? 'en' : 'zh-CN';
}

export type Words = Readonly<Record<Lang, string>>;
