import { must, type Check } from '../check.js';

const MINUTE = 60_000;

/** The server's time. */
export const clockChecks: readonly Check[] = [
  {
    id: 'clock.runs',
    asserts: 'now is in ms, and goes on as time does',
    why: 'Countdowns end early or late for everybody.',
    mend: 'Answer with the time at which the answer is made, ms since 1970.',
    async run(room) {
      const first = await room.ask('snapshot');
      await new Promise(later => setTimeout(later, 300));
      const second = await room.ask('snapshot');
      const [a, b] = [first, second].map(({ body }) => (body as { now: number }).now);
      const least = second.sentAt - first.receivedAt;
      const most = second.receivedAt - first.sentAt;
      const passed = b! - a!;
      must(passed >= least - 50 && passed <= most + 50, `in ${least} to ${most} ms it went on by ${passed}`);
    },
  },
  {
    id: 'clock.one',
    asserts: 'The feed’s hello and other answers go by one clock',
    why: 'A client believes whichever came quickest.',
    mend: 'Take at of hello from the clock of now.',
    async run(room) {
      const before = await room.ask('snapshot');
      const feed = await room.feed();
      const { at } = await feed.hello();
      const after = await room.ask('snapshot');
      const [from, to] = [before, after].map(({ body }) => (body as { now: number }).now);
      must(at >= from! - 50 && at <= to! + 50, `between ${from} and ${to}, hello says ${at}`);
    },
  },
  {
    id: 'clock.right',
    asserts: 'It is within a minute of this machine’s',
    why: 'Pins follow the dates in the stream, and the merchant’s backend has a clock, too.',
    mend: 'Run NTP on the server, or here.',
    async run(room) {
      const { body, receivedAt } = await room.ask('snapshot');
      const off = (body as { now: number }).now - receivedAt;
      must(Math.abs(off) < MINUTE, `it is ${off} ms off`);
    },
  },
];
