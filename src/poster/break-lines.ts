/** What may not begin a line (避头), and what may not end one (避尾). */
const NO_START =
  '，。、；：！？）》」』】〕〉”’％%‰…—·～,.;:!?)]}»›ー々゛゜ぁぃぅぇぉっゃゅょァィゥェォッャュョ°℃';
const NO_END = '（《「『【〔〈“‘￥¥$€£₩#＃([{«‹';

/** Written without spaces: a line may end after any of these. */
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uffef]/u;

/** What belongs to the character before it: accents, variants, joined emoji and their colours. */
const JOINED = /^(\p{M}|\p{Emoji_Modifier}|\u200d|\ufe0f)/u;

/** Letters, signs and Chinese characters of which none joins another. */
const ALONE =
  /^[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u4e00-\u9fff\uff00-\uff9d]*$/;

/** Characters as a reader counts them. */
export function graphemes(text: string): string[] {
  // Intl's first answer takes a cheap phone long, and most words have nothing to join.
  if (ALONE.test(text)) return [...text];
  const Segmenter = (Intl as { Segmenter?: typeof Intl.Segmenter }).Segmenter;
  if (typeof Segmenter === 'function')
    return [...new Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
      ({ segment }) => segment,
    );
  const whole: string[] = [];
  for (const one of text) {
    const last = whole[whole.length - 1];
    if (last !== undefined && (JOINED.test(one) || last.endsWith('\u200d')))
      whole[whole.length - 1] = last + one;
    else whole.push(one);
  }
  return whole;
}

/** The pieces between which a line may end. Each keeps the space that follows it. */
export function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let open = false;
  let before = '';
  // A figure and its unit stay together.
  const bound = text.replace(/\s+/g, ' ').replace(/(\d) (?=[a-zµ°%]{1,3}\b)/gi, '$1\u00a0');
  for (const one of graphemes(bound.trim())) {
    const wide = IDEOGRAPH.test(one);
    const glued =
      before !== '' &&
      (one === ' ' ||
        NO_START.includes(one[0]!) ||
        NO_END.includes(before) ||
        // Within a word or a number; "a-b" and "a/b" may be parted behind the sign.
        (open && !wide && !/[ \-/]$/.test(before)));
    if (glued) pieces[pieces.length - 1] += one;
    else pieces.push(one);
    open = !wide;
    before = one;
  }
  return pieces;
}

export interface LineOptions {
  /** How wide a line may be, in what `measure` measures. */
  readonly width: number;
  readonly measure: (text: string) => number;
  /** The last line ends with … where there would be more. Default: as many as it takes. */
  readonly most?: number;
  /** Lines of like length, as headings have them, rather than one full and one with a single word. */
  readonly balanced?: boolean;
}

/** Breaks words into lines by the rules of East Asian and of Western typesetting. No line is wider than `width`. */
export function breakLines(text: string, options: LineOptions): string[] {
  const { width, measure, most = Infinity, balanced } = options;
  const words = unbreakable(text);
  const whole = words.join('').trimEnd();
  // Most are short.
  if (measure(whole) <= width) return whole.trim() === '' ? [] : [whole];
  const pieces = words.flatMap(piece =>
    measure(piece.trimEnd()) > width ? slice(piece, width, measure) : [piece],
  );
  const all = fill(pieces, width, measure);
  if (all.length > most) return trimmed(cut(all, width, measure, most));
  if (!balanced || all.length < 2) return trimmed(all);
  const phrases = all.length === 2 && twoPhrases(pieces, width, measure);
  if (phrases) return phrases;
  // The narrowest measure that needs no more lines.
  let [low, high] = [width / all.length, width];
  for (let step = 0; step < 6; step += 1) {
    const middle = (low + high) / 2;
    const lines = fill(pieces, middle, measure);
    if (lines.length > all.length || lines.some(line => measure(line.trimEnd()) > middle)) low = middle;
    else high = middle;
  }
  return trimmed(fill(pieces, high, measure));
}

const trimmed = (lines: readonly string[]): string[] => lines.map(line => line.trimEnd());

type Measure = LineOptions['measure'];

/** A heading of two lines that can end the first one where its reader would pause. */
function twoPhrases(pieces: readonly string[], width: number, measure: Measure): string[] | undefined {
  let best: string[] | undefined;
  let least = Infinity;
  for (let at = 1; at < pieces.length; at += 1) {
    if (!/[，、。；：！？）》」』,;:!?—·|]\s?$/.test(pieces[at - 1]!)) continue;
    const lines = [pieces.slice(0, at), pieces.slice(at)].map(part => part.join('').trimEnd());
    const [first = 0, second = 0] = lines.map(measure);
    // Unless that leaves one line with next to nothing.
    const uneven = Math.abs(first - second);
    if (Math.max(first, second) > width || Math.min(first, second) < width * 0.3 || uneven >= least) continue;
    [best, least] = [lines, uneven];
  }
  return best;
}

function fill(pieces: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}

/** A word that is wider than a line is parted where it has to be. */
function slice(piece: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = '';
  for (const one of graphemes(piece)) {
    if (part !== '' && measure((part + one).trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += one;
  }
  return [...parts, part];
}

function cut(all: readonly string[], width: number, measure: Measure, most: number): string[] {
  const kept = all.slice(0, most);
  const last = graphemes(all.slice(most - 1).join(''));
  // What is left must be worth reading: no bracket that opens nothing, and no figure that has lost its end.
  let lost = '';
  const dangling = () => {
    const end = last[last.length - 1] ?? '';
    const halved = /\d/.test(end) && /^[\w.,%]/.test(lost);
    return end === ' ' || halved || NO_END.includes(end) || NO_START.includes(end[0] ?? ' ');
  };
  while (last.length > 0 && (dangling() || measure(`${last.join('')}…`) > width)) lost = last.pop()!;
  kept[most - 1] = `${last.join('')}…`;
  return kept;
}
