import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bytesOf } from './browser.js';

/** The show's best moment, in seconds: tea is poured, the hills are bright. */
const POSTER_AT = 21.2;

/** Writes the best WebP that fits into `limit` bytes. */
async function fit(file: string, limit: number, draw: (quality: number) => Promise<string>): Promise<void> {
  for (let quality = 0.9; quality > 0.4; quality -= 0.04) {
    const bytes = bytesOf(await draw(quality));
    if (bytes.length > limit) continue;
    await writeFile(file, bytes);
    console.log(`${file.split(/[\\/]/).at(-1)}: ${bytes.length} bytes, quality ${quality.toFixed(2)}`);
    return;
  }
  throw new Error(`${file} does not fit into ${limit} bytes`);
}

/** Ten product pictures (800 × 800, 40 kB each at most), the host's face (256) and the show's poster (720 × 1280). */
export async function makePictures(page: Page, folder: string): Promise<void> {
  await mkdir(join(folder, 'products'), { recursive: true });
  for (const id of await page.evaluate(() => window.studio.productIds())) {
    await fit(join(folder, 'products', `${id}.webp`), 40_000, quality =>
      page.evaluate(([which, q]) => window.studio.product(which, 'image/webp', q), [id, quality] as const),
    );
  }
  await fit(join(folder, 'host.webp'), 20_000, quality =>
    page.evaluate(q => window.studio.host(256, 'image/webp', q), quality),
  );
  await fit(join(folder, 'poster.webp'), 60_000, quality =>
    page.evaluate(([t, q]) => window.studio.frame(t, 'image/webp', q), [POSTER_AT, quality] as const),
  );
}
