import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LiveSet } from 'qunlive/faults';
import { createRecording } from './recording.js';

const dir = join(dirname(fileURLToPath(import.meta.url)), '..', 'media', 'live');
const set = JSON.parse(await readFile(join(dir, 'live.json'), 'utf8')) as LiveSet;
const EVENING = Date.UTC(2026, 2, 28, 12);
const recording = createRecording({ dir, startedAt: EVENING });

test('a recording is one loop of the show, dated from its beginning, with an end', async () => {
  const { body, status } = await recording.handle('/hi/live.m3u8');
  assert.equal(status, 200);
  const text = String(body);
  const dates = [...text.matchAll(/DATE-TIME:(\S+)/g)].map(([, date]) => Date.parse(date!));
  assert.deepEqual(
    dates,
    Array.from({ length: set.segmentCount }, (_, n) => EVENING + n * set.segmentSeconds * 1000),
  );
  assert.match(text, /#EXT-X-PLAYLIST-TYPE:VOD\n/);
  assert.ok(text.endsWith('31.m4s\n#EXT-X-ENDLIST\n'));
});

test('its renditions and all their pieces are there, and nothing else', async () => {
  assert.match(String((await recording.handle('master.m3u8')).body), /hi\/live\.m3u8/);
  for (const { name } of set.renditions)
    for (const piece of ['init.mp4', '00.m4s', '31.m4s'])
      assert.equal((await recording.handle(`${name}/${piece}`)).status, 200, piece);
  for (const path of ['', 'hi', 'hi/32.m4s', 'hi/1.m4s', 'no/00.m4s', 'hi/../live.json', 'hi/00.m4s/x'])
    assert.equal((await recording.handle(path)).status, 404, path);
});
