/** Scripts that put no spaces between words: there a word is found wherever it stands. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** What two spellings of the same have in common: width, compatibility forms and case. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC');

/** What stands between two letters and is neither. */
const isSeparator = (point: string) => !LETTER.test(point);
const bindsWord = (point: string | undefined) =>
  point !== undefined && LETTER.test(point) && !UNSPACED.test(point);

/** One automaton (Aho and Corasick 1975): finds every word of a list in one pass, however long the list. */
class Automaton {
  /** Node and code point in one number → the next node. */
  readonly #next = new Map<number, number>();
  /** Node → where to go on when nothing follows: the longest end of what was read that begins a word. */
  #fail: Int32Array = new Int32Array(1);
  /** Node → length of the word that ends here; 0: none. */
  readonly #ends: number[] = [0];
  /** Node → the next node on the way of failures where a word ends; 0: none. */
  #more: Int32Array = new Int32Array(1);

  constructor(words: Iterable<readonly string[]>) {
    const edges: { from: number; point: number; to: number }[] = [];
    for (const word of words) {
      let node = 0;
      for (const point of word) {
        const key = keyOf(node, point.codePointAt(0)!);
        let to = this.#next.get(key);
        if (to === undefined) {
          to = this.#ends.length;
          this.#next.set(key, to);
          this.#ends.push(0);
          edges.push({ from: node, point: point.codePointAt(0)!, to });
        }
        node = to;
      }
      this.#ends[node] = word.length;
    }
    this.#link(edges);
  }

  /** Nearest to the root first: where a node fails to is known before its own. */
  #link(edges: { from: number; point: number; to: number }[]): void {
    const size = this.#ends.length;
    this.#fail = new Int32Array(size);
    this.#more = new Int32Array(size);
    const depth = new Int32Array(size);
    for (const { from, to } of edges) depth[to] = depth[from]! + 1;
    edges.sort((a, b) => depth[a.to]! - depth[b.to]!);
    for (const { from, point, to } of edges) {
      const fail = from === 0 ? 0 : this.#step(this.#fail[from]!, point);
      this.#fail[to] = fail;
      this.#more[to] = this.#ends[fail]! > 0 ? fail : this.#more[fail]!;
    }
  }

  #step(from: number, point: number): number {
    let node = from;
    for (;;) {
      const next = this.#next.get(keyOf(node, point));
      if (next !== undefined) return next;
      if (node === 0) return 0;
      node = this.#fail[node]!;
    }
  }

  /** The first place that `counts`, from `from` up to but not with `to`; undefined: none. */
  find(
    points: readonly string[],
    counts: (from: number, to: number) => boolean,
  ): { from: number; to: number } | undefined {
    let node = 0;
    for (let i = 0; i < points.length; i += 1) {
      node = this.#step(node, points[i]!.codePointAt(0)!);
      for (let end = this.#ends[node]! > 0 ? node : this.#more[node]!; end > 0; end = this.#more[end]!) {
        const from = i + 1 - this.#ends[end]!;
        if (counts(from, i + 1)) return { from, to: i + 1 };
      }
    }
    return undefined;
  }
}

const keyOf = (node: number, point: number) => node * 0x110000 + point;

/**
 * Words that are not to be said. Width, compatibility forms and case make no difference. A word of a script with spaces
 * counts only as a whole word, so that a list with "ass" leaves "glass" alone; one that begins with `~` counts wherever
 * it stands, and with anything but letters and digits between its characters (`~加微信` finds "加 微-信").
 */
export class WordList {
  /** Entries, without repetitions, as they count. */
  readonly size: number;
  readonly #plain: Automaton | undefined;
  readonly #loose: Automaton | undefined;

  constructor(entries: Iterable<string>) {
    const plain = new Map<string, string[]>();
    const loose = new Map<string, string[]>();
    for (const entry of entries) {
      const isLoose = entry.startsWith('~');
      const points = Array.from(folded(isLoose ? entry.slice(1) : entry.trim()).trim());
      const word = isLoose ? points.filter(point => !isSeparator(point)) : points;
      if (word.length > 0) (isLoose ? loose : plain).set(word.join(''), word);
    }
    this.size = plain.size + loose.size;
    this.#plain = plain.size > 0 ? new Automaton(plain.values()) : undefined;
    this.#loose = loose.size > 0 ? new Automaton(loose.values()) : undefined;
  }

  /** The first word of the list in `text`, as the list has it; undefined: none. Takes time by the length of `text`. */
  find(text: string): string | undefined {
    if (this.size === 0) return undefined;
    const points = Array.from(folded(text));
    const whole = (from: number, to: number) =>
      !(bindsWord(points[from]) && bindsWord(points[from - 1])) &&
      !(bindsWord(points[to - 1]) && bindsWord(points[to]));
    const found = this.#plain?.find(points, whole);
    if (found) return points.slice(found.from, found.to).join('');
    if (!this.#loose) return undefined;
    const letters = points.filter(point => !isSeparator(point));
    const hidden = this.#loose.find(letters, () => true);
    return hidden && `~${letters.slice(hidden.from, hidden.to).join('')}`;
  }
}

/** The words of a file: one a line; empty lines and those that begin with `#` are skipped. */
export function readWords(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
}
