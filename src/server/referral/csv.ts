import type { Money } from '../../protocol/index.js';
import { minorDigits } from '../../core/format-money.js';

export type Cell = string | number | undefined;

/** Told before all else, or spreadsheets take the text for one of their own country's. */
const BOM = '\ufeff';

/** A table as spreadsheets open it: UTF-8, CRLF, each row as long as its head (RFC 4180). */
export function csv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [head, ...rows].map(row => row.map(cell).join());
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

/**
 * What begins like a formula would be worked out by whoever opens the file: it gets an apostrophe, which spreadsheets take for "this is
 * text". So do the wide forms, which some of them read alike, and what hides behind blanks.
 */
const formula = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** An amount as a plain decimal number, such as 129.00; the currency stands elsewhere. */
export function amount({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** As spreadsheets know a moment, in UTC. */
export const moment = (at: number) => new Date(at).toISOString().replace('T', ' ').slice(0, 19);
