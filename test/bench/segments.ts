/** npm run bench:segments — what a room behind a real cache (nginx) costs its origin, with 20 viewers and with 2,000. */
import { ensureProgram } from '../tools/debian.mjs';
import { watchCrowds } from '../segments/watch-crowds.js';

const WINDOWS = 40;

ensureProgram('nginx');
const { crowds, seconds } = await watchCrowds([20, 2000], WINDOWS);
console.log(`${WINDOWS} segments of 1 s through nginx, ${seconds.toFixed(0)} s\n`);
console.log('viewers   they asked   the origin heard   segments   heads');
for (const { size, viewers, segments, heads } of crowds) {
  const cells = [size, viewers, segments + heads, segments, heads];
  const widths = [7, 12, 18, 10, 7];
  console.log(cells.map((cell, i) => String(cell).padStart(widths[i]!)).join(' '));
}
const [few, many] = crowds.map(({ segments, heads }) => segments + heads);
const apart = Math.abs(many! / few! - 1);
console.log(`\n${(100 * apart).toFixed(1)} % apart; at most 10 % is wanted`);
process.exit(apart <= 0.1 ? 0 : 1);
