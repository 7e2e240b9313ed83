import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch } from '../tools/browser.mjs';
import { pagesAsFrames } from './frames.js';
import type { DrivenPage } from './run-row.js';

/** A browser with a profile of its own for every page. */
export interface DrivenBrowser {
  open(): Promise<DrivenPage>;
  close(): Promise<void>;
}

/** Chromium; `apple`: taken for Safari, so that a player leaves playlists to it. */
export async function openChromium({ apple = false } = {}): Promise<DrivenBrowser> {
  const browser = await launch();
  return {
    async open() {
      const context = await browser.newContext();
      const page = await context.newPage();
      if (apple) {
        const vendor = `Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' })`;
        await page.addInitScript(vendor);
      }
      return {
        goto: url => page.goto(url),
        evaluate: code => page.evaluate(code),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** As long as one would wait for a download, ms. */
const APT_MS = 120_000;

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** FIREFOX_PATH, then the usual places; undefined where there is none. */
const findFirefox = (): string | undefined =>
  process.env.FIREFOX_PATH ?? FIREFOX.find(path => existsSync(path));

/** The same, but gets one with apt as root on Debian. */
export function ensureFirefox(): string | undefined {
  const found = findFirefox();
  if (found || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return found;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 2, 2] as ['ignore', 2, 2], timeout: APT_MS };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'firefox-esr'], options);
  return findFirefox();
}

/** Firefox, driven by WebDriver BiDi through the package that the test runner brings along. */
export async function openFirefox(executablePath: string): Promise<DrivenBrowser> {
  const fromRunner = createRequire(createRequire(import.meta.url).resolve('@web/test-runner-chrome'));
  const { default: puppeteer } = (await import(fromRunner.resolve('puppeteer-core'))) as {
    default: { launch(options: object): Promise<PuppeteerBrowser> };
  };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'media.autoplay.default': 0, 'media.volume_scale': '0.0' },
  });
  const wall = await browser.newPage();
  return {
    // Firefox draws no frames in a tab behind another one.
    open: pagesAsFrames(
      url => wall.goto(url),
      code => wall.evaluate(code),
    ),
    close: () => browser.close(),
  };
}

/** As much of it as is used here. */
interface PuppeteerBrowser {
  newPage(): Promise<DrivenPage>;
  close(): Promise<void>;
}
