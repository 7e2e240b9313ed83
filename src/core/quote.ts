import { limits, type Comment, type Quote } from '../protocol/index.js';

/** A comment as another one quotes it: who said it, and its beginning. */
export function quoteOf({ id, from, text }: Comment): Quote {
  const all = [...text];
  const short = all.length > limits.quoteLength ? `${all.slice(0, limits.quoteLength - 1).join('')}…` : text;
  return { id, from, text: short };
}
