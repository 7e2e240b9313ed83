import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bytesOf } from './browser.js';
import { FPS, LENGTH } from './show/time.js';

/** Draws the whole show, one numbered JPEG for each frame, and returns ffmpeg's pattern for them. */
export async function captureFrames(page: Page, folder: string): Promise<string> {
  const frames = LENGTH * FPS;
  const start = Date.now();
  for (let i = 0; i < frames; i++) {
    const url = await page.evaluate(t => window.studio.frame(t, 'image/jpeg', 0.97), i / FPS);
    await writeFile(join(folder, `${String(i).padStart(4, '0')}.jpg`), bytesOf(url));
    if (i % 200 === 199)
      console.log(`${i + 1} of ${frames} frames, ${Math.round((Date.now() - start) / 1000)} s`);
  }
  return join(folder, '%04d.jpg');
}
