type Words = Readonly<Record<string, string>>;

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** Latin words a Chinese shop says as they are. */
const adopted = new Set(['APP', 'CSP', 'CORS', 'HLS', 'ID', 'HTTPS', 'VIP', 'Mbps', 'Qunlive', 'ok']);

/** Keys that one language has and the other lacks. */
export function missingKeys(one: Words, other: Words): string[] {
  const lacks = (a: Words, b: Words): string[] => Object.keys(a).filter(key => !(key in b));
  return [...lacks(one, other), ...lacks(other, one)];
}

/** Keys whose two texts do not name the same placeholders. */
export const unequalPlaceholders = (one: Words, other: Words): string[] =>
  Object.keys(one).filter(
    key => key in other && `${placeholders(one[key]!)}` !== `${placeholders(other[key]!)}`,
  );

/** Chinese texts with English left in them, or with the punctuation of Latin letters. */
export function halfChinese(chinese: Words): string[] {
  return Object.entries(chinese).flatMap(([key, text]) => {
    const bare = text.replace(/\{\w+\}/g, '');
    const foreign = (bare.match(/[A-Za-z]{2,}/g) ?? []).filter(word => !adopted.has(word));
    const punctuation = /[\u4e00-\u9fff][,?!;:]|\.\.\./.test(bare);
    return foreign.length > 0 || punctuation ? [`${key}: ${text}`] : [];
  });
}

/** English texts with Chinese in them, or without a word. */
export const halfEnglish = (english: Words): string[] =>
  Object.entries(english)
    .filter(([, text]) => /[\u3000-\u9fff\uff00-\uffef]/.test(text) || text.trim() === '')
    .map(([key, text]) => `${key}: ${text}`);
