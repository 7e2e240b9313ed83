/**
 * Simplified characters that our messages use, each followed by its traditional form. Only ours: this derives zh-TW
 * from zh-CN without a second table of messages; a test reads zh-CN and fails on a character that is missing here.
 */
const PAIRS = '';

/** Words that Taiwan says differently, after the characters have been changed. */
const WORDS: readonly (readonly [string, string])[] = [];

let table: Map<string, string> | undefined;

/** 简体 → 繁體, for the kit's own messages. */
export function toTraditional(text: string): string {
  table ??= new Map(
    Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[index * 2]!, PAIRS[index * 2 + 1]!]),
  );
  let result = '';
  for (const char of text) result += table.get(char) ?? char;
  for (const [from, to] of WORDS) result = result.split(from).join(to);
  return result;
}
