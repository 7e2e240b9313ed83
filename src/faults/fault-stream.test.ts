import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FaultStream } from './fault-stream.js';
import { FaultWishError, type FaultWish } from './fault.js';
import { MediaFolder } from './media-folder.js';
import { find, one, trackRuns } from './mp4.js';
import type { StreamOptions } from './stream-options.js';

const media = await MediaFolder.open();
const NOON = Date.UTC(2026, 2, 28, 12, 0, 0);
const LAST = NOON / 1000 - 1;

function streamAt(options: StreamOptions = {}) {
  const clock = { ms: NOON };
  const stream = new FaultStream('test', media, options, () => clock.ms);
  const text = async (path: string, token?: string) => {
    const answer = await stream.answer(path, new URLSearchParams(token ? { token } : {}));
    assert.equal(answer.status, 200);
    return String(answer.body);
  };
  const status = async (path: string, query = '') =>
    (await stream.answer(path, new URLSearchParams(query))).status;
  return { clock, stream, text, status };
}

const segments = (playlist: string) =>
  playlist
    .split('\n')
    .flatMap(line => /^(\d+)\.m4s/.exec(line)?.[1] ?? [])
    .map(Number);
const sequence = (playlist: string) => Number(/MEDIA-SEQUENCE:(\d+)/.exec(playlist)?.[1]);

test('the window slides with the clock, and dates, numbers and names say the same time', async () => {
  const { clock, text } = streamAt();
  const before = await text('hi/live.m3u8');
  assert.deepEqual(
    segments(before),
    [5, 4, 3, 2, 1, 0].map(i => LAST - i),
  );
  assert.equal(sequence(before), LAST - 5);
  assert.match(before, new RegExp(`DATE-TIME:${new Date((LAST - 5) * 1000).toISOString()}`));
  clock.ms += 999;
  assert.equal(await text('hi/live.m3u8'), before);
  clock.ms += 1;
  assert.equal(sequence(await text('hi/live.m3u8')), LAST - 4);
});

test('the master names what it is told to', async () => {
  assert.equal((await streamAt().text('master.m3u8')).match(/live\.m3u8/g)?.length, 2);
  const one = await streamAt({ renditions: ['lo'] }).text('master.m3u8');
  assert.deepEqual(one.match(/\w+\/live\.m3u8/g), ['lo/live.m3u8']);
  assert.throws(() => streamAt({ renditions: ['mid'] }), FaultWishError);
});

test('the card has no seam where its loop begins again', async () => {
  const { clock, stream } = streamAt();
  const ends = new Map<number, bigint>();
  const seam = Math.ceil(LAST / 16) * 16;
  for (let n = seam - 2; n < seam + 18; n += 1) {
    clock.ms = (n + 1) * 1000;
    const answer = await stream.answer(`lo/${n}.m4s`);
    for (const run of trackRuns(answer.body as Buffer)) {
      const expected = ends.get(run.trackId);
      if (expected !== undefined) assert.equal(run.decodeTime, expected);
      ends.set(
        run.trackId,
        run.decodeTime + BigInt(run.samples.reduce((sum, { duration }) => sum + duration, 0)),
      );
    }
  }
});

test('what does not exist, no longer or not yet, is a 404', async () => {
  const { status } = streamAt();
  for (const path of [
    '',
    'hi',
    'mid/live.m3u8',
    `hi/${LAST + 1}.m4s`,
    `hi/${LAST - 61}.m4s`,
    'hi/../live.json',
  ]) {
    assert.equal(await status(path), 404, path);
  }
});

const refusals: [FaultWish, number][] = [
  [{ kind: 'forbidden' }, 403],
  [{ kind: 'not-found' }, 404],
  [{ kind: 'unavailable' }, 503],
  [{ kind: 'unavailable', status: 502 }, 502],
];
for (const [wish, expected] of refusals) {
  test(`${JSON.stringify(wish)} befalls every request, for as long as it lasts`, async () => {
    const { clock, stream, status } = streamAt();
    stream.inflict({ ...wish, seconds: 5 });
    for (const path of ['master.m3u8', 'hi/live.m3u8', 'lo/init.mp4', `lo/${LAST}.m4s`]) {
      assert.equal(await status(path), expected);
    }
    clock.ms += 5000;
    assert.equal(await status('master.m3u8'), 200);
    assert.deepEqual(stream.faults, []);
  });
}

test('a fault keeps to its target, its rendition and its number of times', async () => {
  const { stream, status } = streamAt();
  stream.inflict({ kind: 'unavailable', on: 'playlist', rendition: 'hi', times: 2 });
  const seen = [];
  for (const path of [
    'master.m3u8',
    'lo/live.m3u8',
    'hi/init.mp4',
    ...Array<string>(3).fill('hi/live.m3u8'),
  ]) {
    seen.push(await status(path));
  }
  assert.deepEqual(seen, [200, 200, 200, 503, 503, 200]);
});

test('a rendition is gone from its playlist to its segments, and the master does not know', async () => {
  const { stream, status, text } = streamAt();
  assert.throws(() => stream.inflict({ kind: 'rendition-gone' }), FaultWishError);
  stream.inflict({ kind: 'rendition-gone', rendition: 'hi' });
  assert.deepEqual([await status('hi/live.m3u8'), await status(`hi/${LAST}.m4s`)], [404, 404]);
  assert.equal(await status('lo/live.m3u8'), 200);
  assert.match(await text('master.m3u8'), /hi\/live/);
});

test('a missing segment is missing for good, in every rendition, and the next one is there', async () => {
  const { stream, status } = streamAt();
  stream.inflict({ kind: 'missing-segment' });
  assert.equal(await status(`hi/${LAST}.m4s`), 404);
  assert.equal(await status(`hi/${LAST - 1}.m4s`), 200);
  assert.equal(await status(`lo/${LAST}.m4s`), 404);
});

test('a truncated segment is half of one, a corrupt one has whole boxes around noise', async () => {
  const { stream } = streamAt();
  const whole = (await stream.answer(`hi/${LAST}.m4s`)).body as Buffer;
  stream.inflict({ kind: 'truncated-segment' });
  assert.equal((await stream.answer(`hi/${LAST}.m4s`)).body.length, whole.length >> 1);
  stream.lift();
  stream.inflict({ kind: 'corrupt-segment' });
  const noise = (await stream.answer(`hi/${LAST}.m4s`)).body as Buffer;
  assert.deepEqual(find(noise, 'moof/traf').length, 2);
  const data = one(whole, 'mdat');
  assert.notDeepEqual(noise.subarray(data.body), whole.subarray(data.body));
  assert.deepEqual(noise.subarray(0, data.body), whole.subarray(0, data.body));
});

test('a frozen playlist stays as it was, and jumps to the present when it thaws', async () => {
  const { clock, stream, text } = streamAt();
  const before = await text('hi/live.m3u8');
  const fault = stream.inflict({ kind: 'frozen-playlist', rendition: 'hi' });
  clock.ms += 7000;
  assert.equal(await text('hi/live.m3u8'), before);
  assert.notEqual(await text('lo/live.m3u8'), before);
  stream.lift(fault.id);
  assert.equal(sequence(await text('hi/live.m3u8')), LAST + 2);
});

test('a stream that is frozen and cannot be had cannot be had', async () => {
  const { stream, status } = streamAt();
  stream.inflict({ kind: 'frozen-playlist' });
  stream.inflict({ kind: 'unavailable' });
  assert.equal(await status('hi/live.m3u8'), 503);
});

test('an end that is none', async () => {
  const { clock, stream, text } = streamAt();
  stream.inflict({ kind: 'end-list', seconds: 4 });
  clock.ms += 3000;
  const ended = await text('hi/live.m3u8');
  assert.match(ended, /#EXT-X-ENDLIST\n$/);
  assert.equal(sequence(ended), LAST - 5);
  clock.ms += 1000;
  const again = await text('hi/live.m3u8');
  assert.doesNotMatch(again, /ENDLIST/);
  assert.equal(sequence(again), LAST - 1);
});

test('an encoder whose clock is wrong', async () => {
  const { stream, text } = streamAt();
  stream.inflict({ kind: 'clock-skew', skewSeconds: -90 });
  assert.match(await text('hi/live.m3u8'), new RegExp(new Date((LAST - 5 - 90) * 1000).toISOString()));
});

test('after a discontinuity decode times begin at 0, after another codec there is another header', async () => {
  const { clock, stream, text } = streamAt();
  stream.inflict({ kind: 'discontinuity' });
  stream.inflict({ kind: 'codec-change' });
  clock.ms += 3000;
  const playlist = await text('hi/live.m3u8');
  assert.match(
    playlist,
    /DISCONTINUITY\n#EXT-X-PROG[^#]*#EXTINF[^#]*#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="other.mp4"/,
  );
  const segment = (await stream.answer(`hi/${LAST + 1}.m4s`)).body as Buffer;
  assert.ok(trackRuns(segment).every(({ decodeTime }) => decodeTime < 48_000n));
  assert.equal(await text('hi/other.mp4'), await text('lo/init.mp4'));
});

test('after a restart the packager counts from 0', async () => {
  const { clock, stream, text } = streamAt();
  stream.inflict({ kind: 'sequence-restart' });
  clock.ms += 2000;
  const playlist = await text('hi/live.m3u8');
  assert.equal(sequence(playlist), 0);
  assert.deepEqual(segments(playlist), [LAST + 1, LAST + 2]);
});

test('an encoder that drops makes nothing, then goes on behind a hole', async () => {
  const { clock, stream, text, status } = streamAt();
  stream.inflict({ kind: 'encoder-drop', seconds: 3 });
  clock.ms += 3000;
  assert.deepEqual(segments(await text('hi/live.m3u8')).pop(), LAST);
  clock.ms += 1000;
  assert.deepEqual(segments(await text('hi/live.m3u8')).slice(-2), [LAST, LAST + 4]);
  assert.equal(await status(`hi/${LAST + 2}.m4s`), 404);
});

test('addresses are signed all the way down, until the token expires or is made to', async () => {
  const { clock, stream, text, status } = streamAt({ tokenSeconds: 30 });
  assert.equal(await status('master.m3u8'), 403);
  const { src, token } = stream.entry();
  assert.equal(src, `master.m3u8?token=${token}`);
  assert.match(await text('master.m3u8', token), new RegExp(`hi/live.m3u8\\?token=${token}`));
  assert.match(
    await text('hi/live.m3u8', token),
    new RegExp(`init.mp4\\?token=${token}"[^]*m4s\\?token=${token}`),
  );
  assert.equal(await status('hi/init.mp4'), 403);
  stream.inflict({ kind: 'expired-token' });
  assert.equal(await status('hi/live.m3u8', `token=${token}`), 403);
  const fresh = stream.entry();
  assert.equal(await status('hi/live.m3u8', `token=${fresh.token}`), 200);
  clock.ms += 30_000;
  assert.equal(await status('hi/live.m3u8', `token=${fresh.token}`), 403);
});

test('every request is written down with its time and what befell it', async () => {
  const { clock, stream, status } = streamAt();
  await status('master.m3u8');
  clock.ms += 500;
  stream.inflict({ kind: 'reset' });
  await status('hi/live.m3u8');
  assert.deepEqual(
    stream.requests.since(NOON + 1),
    [
      {
        at: NOON + 500,
        target: 'playlist',
        rendition: 'hi',
        n: undefined,
        path: 'hi/live.m3u8',
        status: 0,
        fault: 'reset',
      },
    ].map(({ n: _, ...entry }) => entry),
  );
});
