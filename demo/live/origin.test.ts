import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { boxes, find, trackRuns, type LiveSet, type TrackRun } from 'qunlive/faults';
import { createLiveOrigin, type LiveAnswer } from './origin.js';

const dir = join(dirname(fileURLToPath(import.meta.url)), '..', 'media', 'live');
const set = JSON.parse(await readFile(join(dir, 'live.json'), 'utf8')) as LiveSet;
const NOON = Date.UTC(2026, 2, 28, 12, 0, 0);
const RENDITIONS = set.renditions.map(r => r.name);

function originAt(start: number, options: { windowSegments?: number; delayMs?: number } = {}) {
  const clock = { ms: start };
  return { clock, origin: createLiveOrigin({ dir, now: () => clock.ms, ...options }) };
}

function read(answer: LiveAnswer) {
  assert.equal(answer.status, 200);
  const text = String(answer.body);
  const sequence = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1]);
  const names = text.split('\n').filter(line => line && !line.startsWith('#'));
  const dates = [...text.matchAll(/#EXT-X-PROGRAM-DATE-TIME:(\S+)/g)].map(m => Date.parse(m[1] as string));
  return { text, sequence, names, dates };
}

/** Length of a run in ticks. */
const ticks = (run: TrackRun): number => run.samples.reduce((sum, sample) => sum + sample.duration, 0);

function bytes(answer: LiveAnswer): Buffer {
  assert.equal(answer.status, 200);
  assert.ok(Buffer.isBuffer(answer.body));
  return answer.body;
}

test('the master playlist names both renditions with codecs, size and frame rate', async () => {
  const { origin } = originAt(NOON);
  const answer = await origin.handle('/master.m3u8');
  const { text, names } = read(answer);
  assert.equal(answer.headers['content-type'], 'application/vnd.apple.mpegurl');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.match(String(answer.headers['cache-control']), /no-cache/);
  assert.deepEqual(
    names,
    RENDITIONS.map(name => `${name}/live.m3u8`),
  );
  assert.match(text, /#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n/);
  assert.equal(
    text.match(/CODECS="avc1\.[0-9A-F]{6},mp4a\.40\.2",RESOLUTION=\d+x\d+,FRAME-RATE=25\.000/g)?.length,
    2,
  );
});

test('the window slides with the clock, one segment at a time', async () => {
  const { clock, origin } = originAt(NOON);
  const before = read(await origin.handle('hi/live.m3u8'));
  assert.equal(before.names.length, 6);
  assert.equal(before.sequence, NOON / 2000 - 6);
  clock.ms += 1999;
  assert.equal((await origin.handle('hi/live.m3u8')).body, before.text);
  clock.ms += 1;
  const after = read(await origin.handle('hi/live.m3u8'));
  assert.equal(after.sequence, before.sequence + 1);
  assert.deepEqual(after.names.slice(0, 5), before.names.slice(1));
});

test('sequence numbers, names and program dates say the same time', async () => {
  const { origin } = originAt(NOON + 7_777_000, { windowSegments: 9 });
  const list = read(await origin.handle('lo/live.m3u8'));
  assert.equal(list.names.length, 9);
  for (const [i, name] of list.names.entries()) {
    assert.equal(name, `${list.sequence + i}.m4s`);
    assert.equal(list.dates[i], (list.sequence + i) * 2000);
  }
});

test('an encoder that needs time shows its segments later', async () => {
  const prompt = read(await originAt(NOON).origin.handle('hi/live.m3u8'));
  const late = read(await originAt(NOON, { delayMs: 4000 }).origin.handle('hi/live.m3u8'));
  assert.equal(late.sequence, prompt.sequence - 2);
});

for (const name of RENDITIONS) {
  test(`the timeline of ${name} has no seam where the loop begins again`, async () => {
    const loopMs = set.segmentCount * set.segmentSeconds * 1000;
    const seam = Math.ceil(NOON / loopMs) * loopMs;
    const { clock, origin } = originAt(seam);
    const ends = new Map<number, bigint>();
    for (let n = seam / 2000 - 4; n < seam / 2000 + set.segmentCount + 4; n++) {
      clock.ms = (n + 1) * 2000;
      const file = bytes(await origin.handle(`${name}/${n}.m4s`));
      const numbers = find(file, 'moof/mfhd').map(({ body }) => file.readUInt32BE(body + 4));
      assert.deepEqual(
        numbers,
        [0, 1, 2, 3, 4].map(i => ((n + 1) * 5 + i) >>> 0),
      );
      const runs = trackRuns(file);
      assert.deepEqual(
        runs.map(run => run.trackId),
        set.tracks.map(track => track.id),
      );
      for (const [i, run] of runs.entries()) {
        const { timescale, kind } = set.tracks[i] as LiveSet['tracks'][0];
        const expected = ends.get(run.trackId);
        if (expected !== undefined) assert.equal(run.decodeTime, expected, `${kind} of segment ${n}`);
        ends.set(run.trackId, run.decodeTime + BigInt(ticks(run)));
        // Decode times count from 1970, as the program dates do.
        const gap = Number(run.decodeTime) / timescale - n * 2;
        assert.ok(gap >= 0 && gap < 1024 / 48_000, `${kind} of ${n} starts ${gap} s off`);
        assert.ok(run.decodeTime < 2n ** 53n);
      }
    }
  });

  test(`one loop of ${name} is exactly as long as it says, and each segment starts with a picture of its own`, async () => {
    const sums = new Map<number, number>();
    for (let i = 0; i < set.segmentCount; i++) {
      const file = await readFile(join(dir, name, `${String(i).padStart(2, '0')}.m4s`));
      const [video, audio] = trackRuns(file) as [TrackRun, TrackRun];
      assert.equal(video.samples[0]?.keyframe, true);
      assert.equal(video.samples.filter(sample => sample.keyframe).length, 1);
      // Shown from the first tick to the last, whatever order they are decoded in.
      let at = 0;
      const shown = video.samples.map(
        sample => (at += sample.duration) - sample.duration + sample.compositionOffset,
      );
      assert.deepEqual(
        [...shown].sort((a, b) => a - b),
        shown.map((_, k) => k * 3600),
      );
      const fragments = find(file, 'mdat');
      assert.equal(fragments.length, 5);
      const held = fragments.reduce((sum, { body, end }) => sum + end - body, 0);
      const sizes = [...video.samples, ...audio.samples].reduce((sum, sample) => sum + sample.size, 0);
      assert.equal(sizes, held);
      for (const run of [video, audio]) sums.set(run.trackId, (sums.get(run.trackId) ?? 0) + ticks(run));
    }
    for (const track of set.tracks) assert.equal(sums.get(track.id), track.loopTicks);
    assert.equal(sums.get(2), 3000 * 1024);
  });

  test(`${name} has an initialization segment with both tracks`, async () => {
    const answer = await originAt(NOON).origin.handle(`/${name}/init.mp4`);
    const file = bytes(answer);
    assert.equal(answer.headers['content-type'], 'video/mp4');
    assert.match(String(answer.headers['cache-control']), /no-cache/);
    assert.deepEqual(
      boxes(file).map(box => box.type),
      ['ftyp', 'moov'],
    );
    assert.equal(find(file, 'moov/trak').length, 2);
    assert.equal(find(file, 'moov/mvex/trex').length, 2);
  });
}

test('serving a segment leaves the next serving of it unharmed', async () => {
  const { clock, origin } = originAt(NOON);
  const n = NOON / 2000 - 1;
  const answer = await origin.handle(`hi/${n}.m4s`);
  const first = bytes(answer);
  assert.equal(answer.headers['content-type'], 'video/iso.segment');
  assert.match(String(answer.headers['cache-control']), /immutable/);
  assert.deepEqual(bytes(await origin.handle(`hi/${n}.m4s`)), first);
  clock.ms += set.segmentCount * set.segmentSeconds * 1000;
  const later = bytes(await origin.handle(`hi/${n + set.segmentCount}.m4s`));
  assert.equal(
    trackRuns(later)[0]!.decodeTime - trackRuns(first)[0]!.decodeTime,
    BigInt(set.tracks[0]!.loopTicks),
  );
});

test('segments are kept a window longer than listed, then are gone; those to come are not there yet', async () => {
  const { origin } = originAt(NOON);
  const newest = NOON / 2000 - 1;
  const status = async (n: number): Promise<number> => (await origin.handle(`hi/${n}.m4s`)).status;
  assert.equal(await status(newest), 200);
  assert.equal(await status(newest + 1), 404);
  assert.equal(await status(newest - 12), 200);
  assert.equal(await status(newest - 13), 404);
});

for (const path of [
  '',
  '/',
  'hi',
  'hi/',
  'mid/live.m3u8',
  'hi/00.m4s',
  'hi/../live.json',
  'live.json',
  'hi/live.m3u8/x',
  'hi/-1.m4s',
  'hi/1e9.m4s',
]) {
  test(`there is nothing at "${path}"`, async () => {
    const answer = await originAt(NOON).origin.handle(path);
    assert.equal(answer.status, 404);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
  });
}
