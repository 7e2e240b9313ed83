import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FaultStream } from './fault-stream.js';
import { MediaFolder } from './media-folder.js';
import { corrupted } from './damage.js';

const media = await MediaFolder.open();
const NOON = Date.UTC(2026, 2, 28, 12, 0, 0);
const LAST = NOON / 1000 - 1;
const stream = new FaultStream('ts', media, { form: 'ts' }, () => NOON);
const segment = async (n: number, of = stream) => (await of.answer(`hi/${n}.ts`)).body as Buffer;

function packets(bytes: Buffer) {
  assert.equal(bytes.length % 188, 0);
  return Array.from({ length: bytes.length / 188 }, (_, i) => {
    const packet = bytes.subarray(i * 188, (i + 1) * 188);
    const field = packet[3]! & 0x20 ? packet[4]! + 1 : 0;
    return {
      sync: packet[0],
      starts: (packet[1]! & 0x40) !== 0,
      pid: packet.readUInt16BE(1) & 0x1fff,
      counter: packet[3]! & 15,
      payload: packet.subarray(4 + field),
    };
  });
}

/** Presentation times of one stream's units, s. */
const times = (bytes: Buffer, pid: number) =>
  packets(bytes)
    .filter(packet => packet.pid === pid && packet.starts)
    .map(({ payload: p }) => {
      const high = BigInt((p[9]! >> 1) & 7) << 30n;
      const middle = BigInt(p.readUInt16BE(10) >> 1) << 15n;
      return Number(high | middle | BigInt(p.readUInt16BE(12) >> 1)) / 90_000;
    });

test('the playlist names packets, and no header', async () => {
  const playlist = String((await stream.answer('hi/live.m3u8')).body);
  assert.match(playlist, new RegExp(`\\n${LAST}\\.ts\\n$`));
  assert.doesNotMatch(playlist, /EXT-X-MAP/);
  assert.equal((await stream.answer(`hi/${LAST}.ts`)).headers['content-type'], 'video/mp2t');
});

test('every packet begins where it should, and is counted', async () => {
  const all = packets(await segment(LAST));
  assert.ok(all.every(({ sync }) => sync === 0x47));
  assert.deepEqual([...new Set(all.map(({ pid }) => pid))], [0, 0x1000, 0x100, 0x101]);
  for (const pid of [0x100, 0x101]) {
    all.filter(packet => packet.pid === pid).forEach(({ counter }, i) => assert.equal(counter, i & 15));
  }
});

test('a segment holds its second, and the next one goes on', async () => {
  const [before, after] = [await segment(LAST - 1), await segment(LAST)];
  const pictures = times(before, 0x100);
  assert.equal(pictures.length, 25);
  assert.ok(Math.abs(pictures[24]! - pictures[0]! - 0.96) < 1e-6);
  const wrapped = (times(after, 0x100)[0]! - pictures[0]! + 2 ** 33 / 90_000) % (2 ** 33 / 90_000);
  assert.ok(Math.abs(wrapped - 1) < 1e-6);
});

test('sound and picture keep together, and both count from 0 after a discontinuity', async () => {
  const clock = { ms: NOON };
  const broken = new FaultStream('ts', media, { form: 'ts' }, () => clock.ms);
  broken.inflict({ kind: 'discontinuity' });
  clock.ms += 2000;
  const bytes = await segment(LAST + 2, broken);
  const [picture, sound] = [times(bytes, 0x100)[0]!, times(bytes, 0x101)[0]!];
  assert.equal(picture, 1);
  assert.ok(sound >= 1 && sound < 1 + 1024 / 48_000);
});

test('a corrupt one keeps its packets and its tables', async () => {
  const whole = await segment(LAST);
  const noise = corrupted(whole);
  assert.notDeepEqual(noise, whole);
  assert.deepEqual(noise.subarray(0, 376), whole.subarray(0, 376));
  assert.ok(packets(noise).every(({ sync }) => sync === 0x47));
});
