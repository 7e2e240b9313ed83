import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bytesOf } from './browser.js';

const LIMIT = 40_000;

/** Ten product pictures, 800 × 800, each as good as its 40 kB allow. */
export async function makePictures(page: Page, folder: string): Promise<void> {
  await mkdir(join(folder, 'products'), { recursive: true });
  for (const id of await page.evaluate(() => window.studio.productIds())) {
    for (let quality = 0.9; quality > 0.5; quality -= 0.04) {
      const url = await page.evaluate(([which, q]) => window.studio.product(which, 'image/webp', q), [id, quality] as const);
      const bytes = bytesOf(url);
      if (bytes.length > LIMIT) continue;
      await writeFile(join(folder, 'products', `${id}.webp`), bytes);
      console.log(`${id}.webp ${bytes.length} bytes, quality ${quality.toFixed(2)}`);
      break;
    }
  }
}
