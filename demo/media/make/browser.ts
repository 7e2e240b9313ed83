import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';

const HERE = dirname(fileURLToPath(import.meta.url));
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: join(HERE, 'page.ts'), formats: ['iife'], name: 'make', fileName: 'page' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('the page was not bundled');
  return first.output[0].code;
}

/** Opens the drawing page. `CHROME_PATH` names another Chromium. */
export async function openStudio(): Promise<{ browser: Browser; page: Page }> {
  const executablePath = process.env.CHROME_PATH ?? PLACES.find(place => existsSync(place));
  if (!executablePath) throw new Error('No Chromium found. Set CHROME_PATH to one.');
  const code = await script();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  page.on('console', message => console.log(message.text()));
  page.on('pageerror', error => console.error(error));
  await page.setContent(
    '<!doctype html><meta charset="utf-8"><body style="font-family:Noto Serif CJK SC">山</body>',
  );
  await page.addScriptTag({ content: code });
  return { browser, page };
}

export function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}
