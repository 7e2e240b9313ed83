import { parseArgs, type ParseArgsConfig } from 'node:util';
import { QunError } from '../../protocol/index.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** Throws `bad-config` for what is no option. */
export function parseWords<T extends Options>(words: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0]! : String(cause);
    throw wrong(message);
  }
}

export function whole(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw wrong(`${flag} ${text}: a whole number from ${min} to ${max}`);
}

export const wrong = (detail: string) => new QunError('bad-config', { detail });
