import type { ParseArgsConfig } from 'node:util';
import { parseWords, whole, wrong } from './words.js';

export interface FaultArguments {
  command: 'faults';
  port: number;
  host: string;
  /** Folder of the stream's segments. */
  media: string | undefined;
}

const options = {
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string', default: '8788' },
  host: { type: 'string', default: '127.0.0.1' },
  media: { type: 'string' },
} satisfies ParseArgsConfig['options'];

/** What was asked for behind `qunlive faults`. Throws `bad-config` that says what to type instead. */
export function readFaultArguments(words: readonly string[]): FaultArguments | { command: 'help-faults' } {
  const { values, positionals } = parseWords(words, options);
  if (values.help) return { command: 'help-faults' };
  if (positionals.length > 0)
    throw wrong(`faults takes no "${positionals[0]}"; a folder comes after --media`);
  const { host, media } = values;
  return { command: 'faults', port: whole('--port', values.port, 0, 65_535), host, media };
}
