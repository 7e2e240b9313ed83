// C0 and C1 controls but not line breaks and tabs, which become spaces; bidi embeddings, overrides and isolates;
// zero-width characters except the joiner and non-joiner that emoji and Indic scripts need; object and tag characters.
const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\u{e0000}-\u{e007f}]/gu;
// More marks on one letter than any language stacks: the "zalgo" that climbs out of its line.
const STACKED = /(\p{M}{3})\p{M}+/gu;

/** What a viewer typed, as one line of plain text: composed (NFC), without characters that hide or turn text around. */
export function cleanText(text: string): string {
  return text.replace(UNWANTED, '').normalize('NFC').replace(STACKED, '$1').replace(/\s+/gu, ' ').trim();
}

/** Length as people count it: code points, so an emoji from the astral planes is one and not two. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
