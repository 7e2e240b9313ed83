/**
 * Makes everything in demo/media: `npm run demo:media`, or only some of it: `npm run demo:media -- pictures` (or
 * `codes`, or `show`). Needs Chromium and ffmpeg and some minutes; the results are committed, so a shop needs neither.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { music } from './audio/music.js';
import { openStudio } from './browser.js';
import { captureFrames } from './capture.js';
import { makeContactCodes } from './contact-codes.js';
import { encodePictures, encodeSound, QUALITIES } from './encode.js';
import { pack, SEGMENT, SOUND_BITRATE } from './pack/pack.js';
import { makePictures } from './pictures.js';
import { FPS } from './show/time.js';

const media = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const wants = (step: string): boolean => wanted.length === 0 || wanted.includes(step);

const { browser, page } = await openStudio();
const work = await mkdtemp(join(tmpdir(), 'qunlive-media-'));
try {
  if (wants('pictures')) await makePictures(page, media);
  if (wants('codes')) await makeContactCodes(media);
  if (wants('show')) {
    const frames = await captureFrames(page, work);
    await writeFile(join(work, 'music.wav'), music());
    await encodeSound(join(work, 'music.wav'), SOUND_BITRATE, join(work, 'music.aac'));
    for (const quality of QUALITIES) {
      await encodePictures(frames, quality, FPS, SEGMENT * FPS, join(work, `${quality.name}.mp4`));
    }
    const sources = QUALITIES.map(q => ({ ...q, file: join(work, `${q.name}.mp4`) }));
    await pack(sources, join(work, 'music.aac'), join(media, 'live'));
  }
} finally {
  await browser.close();
  await rm(work, { recursive: true, force: true });
}
