import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ingestArgs } from './ingest-args.js';
import { ingestInput, IngestProblem } from './ingest-input.js';
import { startIngest } from './ingest-run.js';

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
let folder = '';
let clip = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunlive-ingest-test-'));
  clip = join(folder, 'clip.mp4');
  if (!hasFfmpeg) return writeFile(clip, '');
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=90x160:rate=25:duration=3'];
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=3'];
  const made = spawnSync('ffmpeg', [
    '-loglevel',
    'error',
    ...picture,
    ...sound,
    '-preset',
    'ultrafast',
    '-y',
    clip,
  ]);
  assert.equal(made.status, 0, String(made.stderr));
});

after(() => rm(folder, { recursive: true, force: true }));

const problem = (part: string) => (error: unknown) =>
  error instanceof IngestProblem && error.message.includes(part);

test('a file is read at its own speed, over and over', () => {
  assert.deepEqual(ingestInput(clip).args, ['-re', '-stream_loop', '-1', '-i', clip]);
});

test('an address is read as it comes', () => {
  assert.deepEqual(ingestInput('rtmp://127.0.0.1/app/key').args, ['-i', 'rtmp://127.0.0.1/app/key']);
});

test('a file that is not there is named', () => {
  assert.throws(() => ingestInput(join(folder, 'nothing.mp4')), problem('There is no file'));
});

test('each platform has its own way to the camera', () => {
  assert.deepEqual(ingestInput('camera:1', 'darwin').args, [
    '-f',
    'avfoundation',
    '-framerate',
    '30',
    '-i',
    '1:0',
  ]);
  assert.equal(ingestInput('camera:Integrated Camera', 'win32').args.at(-1), 'video=Integrated Camera');
  assert.throws(() => ingestInput('camera', 'win32'), problem('-list_devices'));
  assert.throws(() => ingestInput('camera:97', 'linux'), problem('no camera at /dev/video97'));
});

test('the ladder has two rungs, keyframes every segment, and forgets old segments', () => {
  const args = ingestArgs({ args: ['-i', 'x'], sound: 'yes' }, true, '/live');
  const value = (name: string): string | undefined => args[args.indexOf(name) + 1];
  assert.equal(value('-var_stream_map'), 'v:0,a:0,name:hi v:1,a:1,name:lo');
  assert.equal(value('-force_key_frames'), 'expr:gte(t,n_forced*2)');
  assert.match(value('-hls_flags') ?? '', /delete_segments\+program_date_time/);
  assert.match(value('-filter_complex') ?? '', /-2,720.*-2,432/);
  assert.equal(args.filter(arg => arg === '0:a:0').length, 2);
});

test('a picture without sound gets a silent track', () => {
  const args = ingestArgs({ args: ['-i', 'x'], sound: 'no' }, false, '/live');
  assert.ok(args.includes('anullsrc=r=48000:cl=stereo'));
  assert.equal(args.filter(arg => arg === '1:a:0').length, 2);
});

test('without ffmpeg it says how to get it', async () => {
  const ffmpeg = join(folder, 'no-ffmpeg-here');
  await assert.rejects(startIngest({ what: clip, port: 0, ffmpeg }), problem('Install it'));
});

test('a file becomes a live stream that any page may read, and nothing of it stays', async () => {
  if (!hasFfmpeg) {
    await assert.rejects(startIngest({ what: clip, port: 0 }), problem('Install it'));
    return;
  }
  const live = await startIngest({ what: clip, port: 0 });
  try {
    const master = await fetch(live.url);
    assert.equal(master.headers.get('access-control-allow-origin'), '*');
    const text = await master.text();
    assert.match(text, /hi\/live\.m3u8/);
    assert.match(text, /lo\/live\.m3u8/);
    assert.match(text, /RESOLUTION=720x1280/);
    const list = await (await fetch(new URL('lo/live.m3u8', live.url))).text();
    assert.match(list, /#EXT-X-PROGRAM-DATE-TIME:/);
    const init = /#EXT-X-MAP:URI="([^"]+)"/.exec(list)?.[1] ?? '';
    const segment = list.split('\n').find(line => line.endsWith('.m4s')) ?? '';
    for (const name of [init, segment]) {
      const answer = await fetch(new URL(`lo/${name}`, live.url));
      assert.equal(answer.status, 200, name);
      assert.ok((await answer.arrayBuffer()).byteLength > 500, name);
    }
    assert.equal((await fetch(new URL('lo/%2e%2e/%2e%2e/etc/hosts', live.url))).status, 404);
  } finally {
    await live.stop();
  }
  assert.equal(await live.ended, undefined);
  await assert.rejects(fetch(live.url));
});

test('a file without a picture is refused by name', async () => {
  const notes = join(folder, 'notes.txt');
  await writeFile(notes, 'not a video');
  await assert.rejects(
    startIngest({ what: notes, port: 0 }),
    problem(hasFfmpeg ? 'no picture' : 'Install it'),
  );
  assert.ok(existsSync(notes));
});
