// npm run test:trade: ten thousand viewers come over a minute, claim, reserve, order, call off and forget, while servers
// and Redis are killed, on both stores. `npm run test:trade -- 2000 20 redis` for fewer, in less time, on one store.
import { table } from '../bench/stats.js';
import { rush } from './rush.js';

const [viewers = '10000', seconds = '60', ...only] = process.argv.slice(2);
const rows: (string | number)[][] = [];
for (const store of ['sqlite', 'redis'] as const) {
  if (only.length > 0 && !only.includes(store)) continue;
  const done = await rush({ store, viewers: Number(viewers), seconds: Number(seconds), strikes: 4 });
  const { requests, missed, won, coupons, kept, lined, late, sold, pieces, looks, took } = done;
  rows.push([
    ...[store, requests, missed, `${won} of ${coupons}`, kept, lined, late],
    ...[`${sold} of ${pieces}`, looks, took.toFixed(0)],
  ]);
}
const head = [
  '',
  'requests',
  'sent again',
  'coupons won',
  'kept',
  'in line',
  'too late',
  'sold',
  'looks',
  's',
];
console.log(table([head, ...rows]));
console.log(`
${viewers} viewers each. At every look, and in the books at the end: total = left + held + sold, and total = left + won.
Whatever was promised was there, and asked for again it was the same, byte for byte.`);
