import type { ParseArgsConfig } from 'node:util';
import { parseWords, whole, wrong } from './words.js';

export interface ConformanceArguments {
  command: 'conformance';
  url: string;
  token: string | undefined;
  origin: string | undefined;
  only: string[];
  json: boolean;
  /** Seconds an answer or an event may take. */
  patience: number;
}

const options = {
  help: { type: 'boolean', short: 'h' },
  token: { type: 'string' },
  origin: { type: 'string' },
  only: { type: 'string', multiple: true, default: [] },
  json: { type: 'boolean', default: false },
  patience: { type: 'string', default: '5' },
} satisfies ParseArgsConfig['options'];

/** What was asked for behind `qunlive conformance`. Throws `bad-config` that says what to type instead. */
export function readConformanceArguments(
  words: readonly string[],
): ConformanceArguments | { command: 'help-conformance' } {
  const { values, positionals } = parseWords(words, options);
  if (values.help) return { command: 'help-conformance' };
  const [url, ...more] = positionals;
  if (url === undefined || more.length > 0)
    throw wrong('which room? qunlive conformance https://live.shop.example/v1/rooms/spring');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw wrong(`${url} is not the URL of a room, as http://127.0.0.1:8787/v1/rooms/spring`);
  const { token = process.env.QUNLIVE_HOST_TOKEN?.trim() || undefined, origin, only, json } = values;
  return {
    command: 'conformance',
    url,
    token,
    origin,
    only,
    json,
    patience: whole('--patience', values.patience, 1, 120),
  };
}

export const conformanceHelp = `qunlive conformance <url of a room>: what is wrong with a room server

  --token <host token>        tries what a host does as well; default: QUNLIVE_HOST_TOKEN.
                              The room is run: use one that is there to be tried.
  --origin <origin>           a page that is let in; default: the server's own origin
  --only <id>                 only checks that begin so, as log. or claim.retry; repeat it
  --patience 5                seconds an answer or an event may take
  --json                      one JSON object instead of lines

Exit code 0: nothing is wrong. 1: something is. 2: not asked for rightly.
For claims the room needs a coupon without conditions, not yet opened, of 100 or fewer;
for pins, four products.
`;
