import { QunError } from '../protocol/index.js';
import { Fault, NotTried, type Check } from './check.js';
import { checks } from './checks/index.js';
import { RoomUnderTest } from './room-under-test.js';

export interface ConformanceOptions {
  /** The room: `https://live.shop.example/v1/rooms/spring`. It is talked in, and with `token` it is run. */
  url: string;
  /** Makes its bearer the host. Default: what only a host may do is not tried. */
  token?: string | undefined;
  /** Origin of a page that is let in. Default: the server's own. */
  origin?: string | undefined;
  /** Only checks whose id begins with one of these. Default: all. */
  only?: readonly string[] | undefined;
  /** How long an answer or an event may take, ms. Default 5000. */
  patienceMs?: number | undefined;
  /** The longest silence between two ticks, ms. Default 5000, as the protocol has it. */
  quietMs?: number | undefined;
  /** Between two heartbeats, ms. Default 15000, as the protocol has it. */
  heartbeatMs?: number | undefined;
  /** Told of each check when it is done. */
  onResult?: ((result: Result) => void) | undefined;
}

export interface Result extends Pick<Check, 'id' | 'asserts' | 'why' | 'mend'> {
  outcome: 'passed' | 'failed' | 'not-tried';
  /** What was seen instead, or what is missing to try it. */
  seen?: string;
  ms: number;
}

export interface Report {
  url: string;
  passed: number;
  failed: number;
  notTried: number;
  results: Result[];
}

/** Looks at a room server from outside, as its clients do. Rejects only where `url` is none. */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const { url, token, origin, only, onResult } = options;
  const { patienceMs = 5000, quietMs = 5000, heartbeatMs = 15_000 } = options;
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new QunError('bad-config', { detail: `${url} is not the URL of a room`, path: 'url' });
  const room = new RoomUnderTest({ url, token, origin, patienceMs, quietMs, heartbeatMs });
  const chosen = checks.filter(({ id }) => only === undefined || only.some(part => id.startsWith(part)));
  const results: Result[] = [];
  let silent = false;
  for (const check of chosen) {
    const result: Result = silent ? unreached(check) : await tried(check, room);
    results.push(result);
    onResult?.(result);
    silent ||= check.id === 'snapshot.answers' && result.outcome === 'failed';
    // Opened early, so that what comes only every 15 s has come when it is looked at.
    if (only === undefined && !silent) await room.lastingFeed().catch(() => {});
    room.closeFeeds();
  }
  room.close();
  const count = (outcome: Result['outcome']) => results.filter(one => one.outcome === outcome).length;
  return {
    url,
    passed: count('passed'),
    failed: count('failed'),
    notTried: count('not-tried'),
    results,
  };
}

async function tried(check: Check, room: RoomUnderTest): Promise<Result> {
  const { id, asserts, why, mend, host } = check;
  const begun = Date.now();
  const done = (outcome: Result['outcome'], seen?: string): Result => ({
    id,
    asserts,
    outcome,
    ...(seen === undefined ? {} : { seen }),
    why,
    mend,
    ms: Date.now() - begun,
  });
  if (host && room.options.token === undefined) return done('not-tried', 'needs a host: --token');
  try {
    await check.run(room);
    return done('passed');
  } catch (error) {
    if (error instanceof NotTried) return done('not-tried', error.message);
    if (error instanceof Fault) return done('failed', error.message);
    // A message that does not fit its schema says where.
    if (error instanceof QunError) return done('failed', error.message);
    // Strange answers break what reads them: that, too, is the server's to mend, and no end of the run.
    return done(
      'failed',
      `an answer that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const unreached = ({ id, asserts, why, mend }: Check): Result => ({
  id,
  asserts,
  outcome: 'not-tried',
  seen: 'the room does not answer',
  why,
  mend,
  ms: 0,
});
