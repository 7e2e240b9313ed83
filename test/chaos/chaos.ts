/**
 * npm run test:chaos — what happens to a room whose server, or whose Redis, is killed in the middle of a rush.
 *
 * Every scene with many people; `npm test` plays the short form of most of them.
 *
 *   --only TEXT     scenes with that in their name      --quick    with few people
 *
 * The scenes of Redis need a redis-server; on Debian it is fetched where it is missing.
 */
import { ensureProgram } from '../tools/debian.mjs';
import { redisScenes } from './redis-scenes.js';
import { serverScenes } from './server-scenes.js';

const quick = process.argv.includes('--quick');
const at = process.argv.indexOf('--only');
const only = at < 0 ? '' : (process.argv[at + 1] ?? '');
const SCENE_MS = 180_000;

const size = quick
  ? { viewers: 120, coupons: 60, pages: 36, streams: 300, stalled: 20 }
  : { viewers: 2000, coupons: 1000, pages: 150, streams: 1000, stalled: 200 };

const wanted = <T extends { name: string }>(scenes: readonly T[]) =>
  scenes.filter(({ name }) => name.includes(only));
const ofRedis = wanted(redisScenes);
if (ofRedis.length > 0) ensureProgram('redis-server');

/** Whatever hangs ends. */
const inTime = (name: string, lines: Promise<string[]>) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${SCENE_MS / 1000} s: ${name}`)), SCENE_MS);
  });
  return Promise.race([lines, late]).finally(() => clearTimeout(timer));
};

let failed = 0;
for (const { name, run } of [...wanted(serverScenes), ...ofRedis]) {
  const begun = performance.now();
  try {
    const lines = await inTime(name, run(size));
    console.log(`ok    ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    for (const line of lines) console.log(`      ${line}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
