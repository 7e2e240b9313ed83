import { QunError } from '../../../protocol/index.js';

/** How sure a write must be before it is answered. */
export interface Certainty {
  /** Replicas that must have it. Default 0. */
  replicas: number;
  /** It must be on the disk of the primary as well (WAITAOF: Redis 7.2 or Valkey, with AOF on). */
  disk: boolean;
  /** How long that may take before the answer is `overloaded`, ms. Default 1000. */
  withinMs: number;
}

export interface RedisAddress {
  cluster: boolean;
  tls: boolean;
  nodes: readonly { host: string; port: number }[];
  username: string | undefined;
  password: string | undefined;
  /** Number of the database; a cluster has only 0. */
  db: number;
  /** Before all keys. Default `q:`. */
  prefix: string;
  certainty: Certainty;
  /** The address without secrets. */
  name: string;
}

const EXAMPLE = 'redis://host:6379 or redis+cluster://host:6379,host:6379';
const DEFAULT_PORT = 6379;

/** Reads `redis://`, `rediss://` (TLS), `redis+cluster://` and `rediss+cluster://`. Throws `bad-config`, never with the password. */
export function parseRedisAddress(address: string): RedisAddress {
  const [, scheme, tls, cluster, rest] = /^(redis(s?)(\+cluster)?):\/\/(.+)$/.exec(address) ?? [];
  if (scheme === undefined || rest === undefined) throw wrong(`not the address of a Redis: write ${EXAMPLE}`);
  const [place = '', query = ''] = rest.split(/\?(.*)/s);
  const [, user, hosts = '', path = ''] = /^(?:(.*)@)?([^@/]*)(?:\/(.*))?$/s.exec(place) ?? [];
  const nodes = hosts.split(',').map(nodeOf);
  if (!cluster && nodes.length > 1) throw wrong('several hosts are a cluster: write redis+cluster://');
  if (!/^\d*$/.test(path)) throw wrong('after the host comes the number of a database, as in /2');
  if (cluster && Number(path) > 0) throw wrong('a cluster has no databases: take the number away');
  const [username, password] = userOf(user);
  return {
    cluster: cluster !== undefined,
    tls: tls === 's',
    nodes,
    username,
    password,
    db: Number(path),
    ...settings(query),
    name: `${scheme}://${nodes.map(({ host, port }) => `${bracketed(host)}:${port}`).join(',')}`,
  };
}

function nodeOf(text: string): { host: string; port: number } {
  const [, six, four, port] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d+))?$/.exec(text) ?? [];
  const host = six ?? four;
  const number = port === undefined ? DEFAULT_PORT : Number(port);
  if (host === undefined || number < 1 || number > 65_535) throw wrong(`write host and port: ${EXAMPLE}`);
  return { host, port: number };
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

function userOf(text: string | undefined): [string | undefined, string | undefined] {
  if (text === undefined) return [undefined, undefined];
  const [user = '', password = ''] = text.split(/:(.*)/s);
  try {
    return [decodeURIComponent(user) || undefined, decodeURIComponent(password) || undefined];
  } catch {
    throw wrong('percent-encode the password: a % in it is written %25');
  }
}

function settings(query: string): { prefix: string; certainty: Certainty } {
  const given = new URLSearchParams(query);
  const known = ['prefix', 'replicas', 'disk', 'within'];
  const stray = [...given.keys()].find(name => !known.includes(name));
  if (stray !== undefined) throw wrong(`there is ${known.join(', ')}, and no "${stray.slice(0, 32)}"`);
  const prefix = given.get('prefix') ?? 'q:';
  if (!/^[\w:.-]*$/.test(prefix)) throw wrong('prefix: letters, digits and : . - _');
  const certainty = {
    replicas: whole(given, 'replicas', 0, 10),
    disk: whole(given, 'disk', 0, 1) === 1,
    withinMs: whole(given, 'within', 1000, 10_000),
  };
  return { prefix, certainty };
}

function whole(given: URLSearchParams, name: string, fallback: number, most: number): number {
  const text = given.get(name);
  if (text === null) return fallback;
  if (/^\d{1,6}$/.test(text) && Number(text) <= most) return Number(text);
  throw wrong(`${name}: a whole number, at most ${most}`);
}

const wrong = (why: string) => new QunError('bad-config', { detail: why });
