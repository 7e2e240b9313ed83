/**
 * Makes everything in demo/media and demo/media/live: `npm run demo:media`, or only some of it:
 * `npm run demo:media -- pictures`. Needs Chromium and ffmpeg; the results are committed, so a shop needs neither.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStudio } from './browser.js';
import { makePictures } from './pictures.js';

const media = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const wants = (step: string): boolean => wanted.length === 0 || wanted.includes(step);

const { browser, page } = await openStudio();
try {
  if (wants('pictures')) await makePictures(page, media);
} finally {
  await browser.close();
}
