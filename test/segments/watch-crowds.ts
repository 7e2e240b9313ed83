import { NginxCache } from '../fixtures/nginx.js';
import { ServerUnderTest } from '../fixtures/room-server.js';
import { makeShow } from '../fixtures/show.js';
import { until } from '../tools/until.js';
import { Crowd } from './viewers.js';

/** What a crowd and the origin behind the cache were asked for in the same windows. */
export interface Watched {
  size: number;
  /** Requests of the viewers. */
  viewers: number;
  /** Of these, what the cache had to ask the origin for: segments, and looks at the head. */
  segments: number;
  heads: number;
}

/** Lets crowds watch a room each, all at the same time, through a real cache; every viewer hears everything. */
export async function watchCrowds(
  sizes: readonly number[],
  windows: number,
  durationMs = 1000,
): Promise<{ crowds: Watched[]; seconds: number }> {
  const rooms = sizes.map((_, i) => `room-${i}`);
  const server = await ServerUnderTest.start({
    shows: rooms.map(room => makeShow({ room })),
    segments: { mode: 'segments', durationMs, pollMs: 2 * durationMs },
    perAddress: 20_000,
  });
  const nginx = await NginxCache.start(await server.listen());
  const asked: string[] = [];
  server.server.app.server.on('request', ({ url }) => asked.push(url!));
  const now = () => Date.now();
  const crowds: Crowd[] = [];
  try {
    const begun = now();
    await until('the first windows are over', () => now() > begun + 2 * durationMs);
    crowds.push(...sizes.map((size, i) => new Crowd(`${nginx.url}/v1/rooms/${rooms[i]}`, size)));
    await until('all are in', () => crowds.every(crowd => crowd.haveReached(1)), 60_000);
    const first = Math.floor(now() / durationMs) + 1;
    const from = { at: now(), asked: asked.length, viewers: crowds.map(crowd => crowd.asked) };
    const end = (first + windows + 2) * durationMs;
    await until('the windows are over', () => now() > end, 10 * windows * durationMs);
    const seconds = (now() - from.at) / 1000;
    const inTime = asked.slice(from.asked);
    const viewers = crowds.map((crowd, i) => crowd.asked - from.viewers[i]!);
    // A machine that is busy with other things lets a crowd come late; what they ask for stays the same.
    const last = (room: string) => (path: string) =>
      path.includes(`/${room}/`) && path.endsWith(`/${first + windows - 1}.json`);
    await until('all windows were asked for', () => rooms.every(room => asked.some(last(room))), 60_000);
    const heard = asked.slice(from.asked);
    const notice = { type: 'notice.set', notice: 'Good night' } as const;
    for (const room of rooms) await server.server.execute(room, notice, { id: 'h', role: 'host' });
    await until('all have heard it', () => crowds.every(crowd => crowd.haveReached(2)), 60_000);
    for (const { errors } of crowds) if (errors[0]) throw errors[0];
    const segment = (path: string) => {
      const n = Number(/\/(\d+)\.json$/.exec(path)?.[1]);
      return n >= first && n < first + windows;
    };
    return {
      seconds,
      crowds: sizes.map((size, i) => {
        const own = heard.filter(path => path.includes(`/${rooms[i]}/`));
        const looks = inTime.filter(path => path.endsWith('/head.json') && path.includes(`/${rooms[i]}/`));
        const heads = looks.length;
        return { size, viewers: viewers[i]!, segments: own.filter(segment).length, heads };
      }),
    };
  } finally {
    await Promise.all(crowds.map(crowd => crowd.leave()));
    await nginx.stop();
    await server.close();
  }
}
