/**
 * npm run bench:plan — what a room of so many viewers takes, by the formulas of docs/scale.md.
 *
 *   --viewers 1000,20000,…   sizes of the room               --hours 4      length of the show
 *   --message-us 8.4         CPU of one message, bench:fanout    --claim-us 76     of one claim, bench:claims
 *   --connect-us 170         of one stream that begins           --viewer-kib 12.4 memory of one, bench:fanout
 *   --per-gb 0.04            price of a GB out, and              --per-10k 0.008   of 10,000 requests to a CDN
 *   --buyers 0.3             who taps for a coupon, and          --within 2        in how many seconds
 *
 * Sizes of messages are not given: they are those of real ones, made here and packed as a CDN would.
 */
import { gzipSync } from 'node:zlib';
import { SEGMENT_COMMENTS, type Segment } from '../../src/protocol/segment.js';
import type { Comment, Tick } from '../../src/protocol/index.js';
import { frame } from '../../src/server/hub/frame.js';
import { table } from './stats.js';

const given = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const number = (name: string, otherwise: number) => Number(given(name, String(otherwise)));

const sizes = given('viewers', '1000,20000,200000,600000').split(',').map(Number);
const hours = number('hours', 4);
const messageUs = number('message-us', 8.4);
const claimUs = number('claim-us', 76);
const connectUs = number('connect-us', 170);
const viewerKiB = number('viewer-kib', 12.4);
const perGb = number('per-gb', 0.04);
const per10k = number('per-10k', 0.008);
const buyers = number('buyers', 0.3);
const within = number('within', 2);

const TICKS = 2;
const PER_TICK = 10;
const SEGMENT_S = 4;
const HEAD_S = 20;
/** What a request carries beside its body, both ways. */
const HEADERS = 250;
/** Streams that one process holds at most, as it comes. */
const PROCESS = 10_000;
/** Viewers come back within this time when a process ends, s. */
const STORM_S = 15;
const at = 1_795_296_473_296;
const words = [
  '这个茶真的好香',
  '什么时候发货？',
  '第一次来，支持一下',
  '拍了两盒，送给爸妈',
  '有没有小包装的',
  '主播好',
];

const comment = (i: number): Comment => ({
  id: `1m8004cw${(i * 7919).toString(36).padStart(4, '0')}gyk${i % 7}`,
  from: { id: `g-7xh0jq1p${(i * 104_729).toString(36)}`, role: 'viewer', guest: 1000 + ((i * 37) % 9000) },
  text: words[i % words.length]!,
  at: at + i * 50,
});
const comments = (count: number) => Array.from({ length: count }, (_, i) => comment(i));
const epoch = 'bd8jvc4axzkq';

const tick: Tick = {
  ...{ v: 1, epoch, seq: 120, at, online: 600_000, comments: comments(PER_TICK), more: 31 },
  ...{ commentCount: 51_234, left: { welcome: 812 }, likes: 1_234_567 },
};
const tickBytes = frame('tick', JSON.stringify(tick)).length;
const segment: Segment = {
  ...{
    v: 1,
    room: 'spring',
    epoch,
    edition: 0,
    next: 0,
    n: 448_824_118,
    from: at,
    to: at + 4000,
    after: 120,
  },
  ...{ seq: 120, events: [], comments: comments(SEGMENT_COMMENTS), more: 250, commentCount: 51_234 },
  ...{ likes: 1_234_567, online: 600_000, left: { welcome: 812 } },
};
const segmentBytes = gzipSync(JSON.stringify(segment)).length;

const short = (value: number, unit = ''): string => {
  const steps = [
    [1e9, ' G'],
    [1e6, ' M'],
    [1e3, ' k'],
  ] as const;
  const step = steps.find(([size]) => value >= size);
  const digits = (n: number) => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
  return step ? `${digits(value / step[0])}${step[1]}${unit}` : `${digits(value)}${unit && ` ${unit}`}`;
};
const money = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
const seconds = hours * 3600;

const feed = sizes.map(viewers => {
  const perSecond = viewers * TICKS;
  const bytes = perSecond * tickBytes;
  return [
    viewers.toLocaleString('en'),
    short(perSecond),
    ((perSecond * messageUs) / 1e6).toFixed(2),
    String(Math.ceil(viewers / PROCESS)),
    short(viewers * viewerKiB * 1024, 'B'),
    short(bytes * 8, 'bit/s'),
    (((viewers / STORM_S) * connectUs) / 1e6).toFixed(2),
    money(((bytes * seconds) / 1e9) * perGb),
  ];
});
const files = sizes.map(viewers => {
  const perSecond = viewers / SEGMENT_S + viewers / HEAD_S;
  const bytes = (viewers / SEGMENT_S) * (segmentBytes + HEADERS) + (viewers / HEAD_S) * (400 + HEADERS);
  return [
    viewers.toLocaleString('en'),
    short(perSecond),
    short(bytes * 8, 'bit/s'),
    `${(1 / SEGMENT_S + 1).toFixed(2)} × caches`,
    money(((perSecond * seconds) / 10_000) * per10k),
    money(((bytes * seconds) / 1e9) * perGb),
  ];
});
const claims = sizes.map(viewers => {
  const rate = (spread: number) => (viewers * buyers) / (within + spread);
  const cores = (spread: number) => ((rate(spread) * claimUs) / 1e6).toFixed(1);
  return [viewers.toLocaleString('en'), short(rate(0)), cores(0), short(rate(5)), cores(5)];
});

console.log(`A tick with ${PER_TICK} comments: ${tickBytes} bytes, as it goes out. A segment with ${SEGMENT_COMMENTS}: ${segmentBytes} bytes packed.
A message ${messageUs} µs, a stream that begins ${connectUs} µs, a claim ${claimUs} µs of one core. ${hours} hours, $${perGb} a GB, $${per10k} for 10,000 requests.

By feed, ${TICKS} ticks a second (cores without TLS; it about doubles them)
`);
console.log(
  table([
    [
      'viewers',
      'messages/s',
      'cores',
      'processes',
      'memory',
      'out',
      `cores when all come back in ${STORM_S} s`,
      'out, $',
    ],
    ...feed,
  ]),
);
console.log(`\nBy segments of ${SEGMENT_S} s from a CDN\n`);
console.log(
  table([
    ['viewers', 'requests/s', 'out of the CDN', 'asked of the origin/s', 'requests, $', 'out, $'],
    ...files,
  ]),
);
console.log(
  `\nA coupon that ${buyers * 100} % tap for within ${within} s, and the same spread over 5 s more\n`,
);
console.log(table([['viewers', 'claims/s', 'cores', 'spread', 'cores'], ...claims]));
