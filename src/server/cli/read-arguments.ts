import type { ParseArgsConfig } from 'node:util';
import { readConformanceArguments, type ConformanceArguments } from './read-conformance-arguments.js';
import { readFaultArguments, type FaultArguments } from './read-fault-arguments.js';
import { readRecordArguments, type RecordArguments } from './read-record-arguments.js';
import { parseWords, whole, wrong } from './words.js';

export interface ServeArguments {
  command: 'serve';
  files: string[];
  port: number;
  host: string;
  data: string;
  dist: string | undefined;
  origins: string[];
  log: string;
  jwks: string | undefined;
  jwtSecretEnv: string | undefined;
  jwtAudience: string | undefined;
  jwtIssuer: string | undefined;
  words: string | undefined;
  referral: string | undefined;
  trustProxy: number | string | undefined;
  maxConnections: number | undefined;
  metrics: { host: string; port: number } | undefined;
}

export type Arguments =
  | { command: 'help' }
  | { command: 'help-faults' }
  | { command: 'help-conformance' }
  | { command: 'help-record' }
  | { command: 'version' }
  | ServeArguments
  | FaultArguments
  | ConformanceArguments
  | RecordArguments;

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  port: { type: 'string', default: '8787' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: './qunlive-data' },
  dist: { type: 'string' },
  origin: { type: 'string', multiple: true, default: [] },
  log: { type: 'string', default: 'info' },
  jwks: { type: 'string' },
  'jwt-secret-env': { type: 'string' },
  'jwt-audience': { type: 'string' },
  'jwt-issuer': { type: 'string' },
  words: { type: 'string' },
  referral: { type: 'string' },
  'trust-proxy': { type: 'string' },
  'max-connections': { type: 'string' },
  metrics: { type: 'string' },
} satisfies ParseArgsConfig['options'];

/** A number, or what proxy-addr reads: addresses, ranges and its three names. */
const trustPattern =
  /^(\d+|(loopback|linklocal|uniquelocal|[\d.]{7,15}(\/\d+)?|[\da-f:]*:[\da-f:.]*(\/\d+)?)(, ?|$))+$/i;

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** What was asked for. Throws `bad-config` that says what to type instead. */
export function readArguments(words: readonly string[]): Arguments {
  if (words[0] === 'record') return readRecordArguments(words.slice(1));
  if (words[0] === 'faults') return readFaultArguments(words.slice(1));
  if (words[0] === 'conformance') return readConformanceArguments(words.slice(1));
  const { values, positionals } = parseWords(words, options);
  const [command, ...files] = positionals;
  if (values.help || (command === undefined && !values.version)) return { command: 'help' };
  if (values.version) return { command: 'version' };
  if (command !== 'serve')
    throw wrong(`no command "${command}"; there are "serve", "faults" and "conformance"`);
  if (files.length === 0) throw wrong('which show? qunlive serve show.json');
  if (!logLevels.includes(values.log)) throw wrong(`--log ${values.log}: one of ${logLevels.join(', ')}`);
  if (values.jwks !== undefined && values['jwt-secret-env'] !== undefined) {
    throw wrong('--jwks or --jwt-secret-env, not both');
  }
  const trust = values['trust-proxy'];
  if (trust !== undefined && !trustPattern.test(trust)) {
    throw wrong(`--trust-proxy ${trust}: a number of hops, or addresses such as 10.0.0.0/8,127.0.0.1`);
  }
  return {
    command,
    files,
    port: whole('--port', values.port, 0, 65_535),
    host: values.host,
    data: values.data,
    dist: values.dist,
    origins: values.origin,
    log: values.log,
    jwks: values.jwks,
    jwtSecretEnv: values['jwt-secret-env'],
    jwtAudience: values['jwt-audience'],
    jwtIssuer: values['jwt-issuer'],
    words: values.words,
    referral: values.referral,
    trustProxy: trust !== undefined && /^\d+$/.test(trust) ? Number(trust) : trust,
    maxConnections:
      values['max-connections'] === undefined
        ? undefined
        : whole('--max-connections', values['max-connections'], 1, 1_000_000),
    metrics: values.metrics === undefined ? undefined : metricsAddress(values.metrics),
  };
}

/** A port of this machine alone, or an address and a port. */
function metricsAddress(text: string): { host: string; port: number } {
  const [, host = '127.0.0.1', port] = /^(?:([\w.-]+|\[[\da-f:.]+\]):)?(\d+)$/i.exec(text) ?? [];
  if (port === undefined) throw wrong(`--metrics ${text}: a port, or an address and a port as 0.0.0.0:9464`);
  return { host: host.replace(/^\[|\]$/g, ''), port: whole('--metrics', port, 0, 65_535) };
}
