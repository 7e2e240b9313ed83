/**
 * npm run posters — draws the three designs in three languages into test/results/posters, to be looked at. With --keep they
 * become what tests hold the designs against (test/fixtures/posters).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { servePage } from '../bench/serve-page.js';
import { launch } from './browser.mjs';
import { root } from './install.mjs';

const keep = process.argv.includes('--keep');
const html =
  '<!doctype html><meta charset="utf-8"><title>posters</title><script type="module" src="/page.js"></script>';
const server = await servePage('drawings', { '/': html });
const [results, kept] = ['test/results/posters', 'test/fixtures/posters'].map(path => join(root, path));
mkdirSync(results!, { recursive: true });
const browser = (await launch()) as Browser;
try {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/`);
  await page.waitForFunction('window.drawing');
  for (const design of ['editorial', 'market', 'close-up'])
    for (const lang of ['en', 'zh-CN', 'zh-TW']) {
      const drawn = (await page.evaluate(`drawing('${design}', '${lang}')`)) as Record<
        'large' | 'small',
        string
      >;
      const write = (folder: string, url: string) =>
        writeFileSync(join(folder, `${design}.${lang}.jpg`), Buffer.from(url.split(',')[1]!, 'base64'));
      write(results!, drawn.large);
      if (keep) write(kept!, drawn.small);
    }
} finally {
  await browser.close();
  server.close();
}
console.log(`Nine posters are in ${keep ? 'test/fixtures/posters' : 'test/results/posters'}.`);
