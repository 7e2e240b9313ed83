import { hash } from 'node:crypto';
import type { ParsedCommand } from '../../protocol/index.js';

/** In a rush thousands say the same: the print of the last words is at hand. */
let last = { words: '', print: '' };

/** Of a parsed command, so that white space and the order of names make no difference. */
export function fingerprint(command: ParsedCommand): string {
  const words = JSON.stringify(command);
  if (words !== last.words) last = { words, print: hash('sha256', words, 'base64url').slice(0, 22) };
  return last.print;
}
