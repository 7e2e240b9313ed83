import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FaultStream } from './fault-stream.js';
import { MediaFolder } from './media-folder.js';
import { find, trackRuns, type TrackRun } from './mp4.js';
import type { StreamOptions } from './stream-options.js';

const media = await MediaFolder.open();
const NOON = Date.UTC(2026, 2, 28, 12, 0, 0);
const LAST = NOON / 1000 - 1;

/** A stream whose waiting is the passing of its clock. */
function streamAt(options: StreamOptions) {
  const clock = { ms: NOON };
  const waits: number[] = [];
  const stream = new FaultStream(
    'test',
    media,
    { renditions: ['lo'], ...options },
    () => clock.ms,
    ms => {
      waits.push(ms);
      clock.ms += ms;
      return Promise.resolve();
    },
  );
  const ask = (path: string, query = '') => stream.answer(path, new URLSearchParams(query));
  const text = async (path: string, query = '') => String((await ask(path, query)).body);
  return { clock, stream, waits, ask, text };
}

const parts = (playlist: string) => playlist.match(/EXT-X-PART:[^\n]*URI="([^"]+)"/g) ?? [];

test('a low-latency playlist lists the parts of its end, and names the one to come', async () => {
  const { clock, text } = streamAt({ lowLatency: true });
  clock.ms += 450;
  const playlist = await text('lo/live.m3u8');
  assert.match(playlist, /EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1\.000,HOLD-BACK=3\.0/);
  assert.match(playlist, /EXT-X-PART-INF:PART-TARGET=0\.200/);
  // Three whole segments, and two parts of the one that is being made.
  assert.equal(parts(playlist).length, 17);
  assert.match(playlist, new RegExp(`PRELOAD-HINT:TYPE=PART,URI="${LAST + 1}-2\\.m4s"`));
  assert.equal(playlist.match(/INDEPENDENT=YES/g)?.length, 4);
});

test('a playlist is held until it has what is asked for', async () => {
  const { waits, text } = streamAt({ lowLatency: true });
  const playlist = await text('lo/live.m3u8', `_HLS_msn=${LAST + 1}&_HLS_part=1`);
  assert.deepEqual(waits.map(Math.round), [400]);
  assert.match(playlist, new RegExp(`URI="${LAST + 1}-1\\.m4s"`));
  assert.doesNotMatch(playlist, new RegExp(`PART:[^\\n]*"${LAST + 1}-2\\.m4s"`));
  await text('lo/live.m3u8', `_HLS_msn=${LAST + 1}`);
  assert.deepEqual(waits.map(Math.round), [400, 600]);
  await text('lo/live.m3u8', `_HLS_msn=${LAST}`);
  assert.equal(waits.length, 2);
  // Nobody is kept waiting for what is far away.
  await text('lo/live.m3u8', `_HLS_msn=${LAST + 100}`);
  assert.equal(waits[2], 3000);
});

test('the parts of a segment are the segment', async () => {
  const { clock, ask, waits } = streamAt({ lowLatency: true });
  clock.ms += 200;
  const pieces = [];
  for (let part = 0; part < 5; part += 1)
    pieces.push((await ask(`lo/${LAST + 1}-${part}.m4s`)).body as Buffer);
  assert.equal(Math.round(waits.reduce((sum, one) => sum + one, 0)), 800);
  const whole = trackRuns((await ask(`lo/${LAST + 1}.m4s`)).body as Buffer);
  for (const [i, run] of whole.entries()) {
    const runs: TrackRun[] = pieces.map(piece => trackRuns(piece)[i]!);
    assert.deepEqual(
      runs.flatMap(({ samples }) => samples),
      run.samples,
    );
    assert.equal(runs[0]!.decodeTime, run.decodeTime);
  }
  assert.equal((await ask(`lo/${LAST + 50}-0.m4s`)).status, 404);
});

test('sound that comes apart leaves pictures silent', async () => {
  const { ask, text } = streamAt({ audio: 'separate' });
  assert.match(await text('master.m3u8'), /TYPE=AUDIO,.*URI="sound\/live\.m3u8"[^]*AUDIO="sound"/);
  const tracks = async (path: string) => find((await ask(path)).body as Buffer, 'moov/trak').length;
  assert.equal(await tracks('lo/init.mp4'), 1);
  assert.equal(await tracks('sound/init.mp4'), 1);
  const ids = async (path: string) =>
    trackRuns((await ask(path)).body as Buffer).map(({ trackId }) => trackId);
  assert.deepEqual(await ids(`lo/${LAST}.m4s`), [1]);
  assert.deepEqual(await ids(`sound/${LAST}.m4s`), [2]);
  assert.equal((await streamAt({}).ask('sound/live.m3u8')).status, 404);
});

test('captions say which second it is, in two languages', async () => {
  const { text } = streamAt({ captions: true });
  assert.equal((await text('master.m3u8')).match(/TYPE=SUBTITLES/g)?.length, 2);
  assert.match(await text('text-en/live.m3u8'), new RegExp(`\n${LAST}\\.vtt\n`));
  assert.match(await text(`text-en/${LAST}.vtt`), /^WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:\d+,[^]*second 59\n$/);
  assert.match(await text(`text-zh/${LAST}.vtt`), /秒数 59/);
});

test('a stream without dates has none', async () => {
  assert.doesNotMatch(await streamAt({ undated: true }).text('lo/live.m3u8'), /DATE-TIME/);
});

test('a playlist that reaches far back leads to segments that are there', async () => {
  const { ask, text } = streamAt({ windowSegments: 200 });
  const first = /(\d+)\.m4s/.exec(await text('lo/live.m3u8'))![1]!;
  assert.equal((await ask(`lo/${first}.m4s`)).status, 200);
});
