// Plain JavaScript on purpose: run.mjs asks for the browser before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { root } from './install.mjs';

const onWindows = process.platform === 'win32';

/** Flags every test browser gets: quiet, offline-minded, allowed to play a video without a tap. */
export const chromeFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--mute-audio',
  // Root and most containers cannot open Chrome's sandbox; the tests visit 127.0.0.1 alone.
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
];

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap(folder => names.map(name => join(folder, name)));
}

/** Chromium as `playwright-core install` leaves it, newest first. */
function fromPlaywright() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    (onWindows
      ? join(process.env.LOCALAPPDATA ?? '', 'ms-playwright')
      : join(
          homedir(),
          process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright',
        ));
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache).filter(name => /^chromium-\d+$/.test(name));
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const programs = ['chrome', 'chrome.exe', 'Google Chrome for Testing', 'Chromium'];
  return builds.flatMap(build => {
    const files = readdirSync(join(cache, build), { recursive: true }).map(String);
    return files.filter(file => programs.includes(basename(file))).map(file => join(cache, build, file));
  });
}

function candidates() {
  if (onWindows) {
    const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return homes.filter(Boolean).flatMap(home => programs.map(program => join(home, program)));
  }
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome for Testing'];
    const homes = ['/Applications', join(homedir(), 'Applications')];
    return homes.flatMap(home => apps.map(app => join(home, `${app}.app/Contents/MacOS/${app}`)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return [...onPath(names), ...names.map(name => join('/usr/bin', name)), '/snap/bin/chromium'];
}

/**
 * Path of a Chromium-family browser: CHROME_PATH, then the usual places, then playwright's own cache.
 * Undefined where there is none. A CHROME_PATH that does not exist throws, since it is a mistake to be seen.
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
    return named;
  }
  return candidates().find(file => existsSync(file)) ?? fromPlaywright().find(file => existsSync(file));
}

function attempt(command, args) {
  // Output goes to stderr, so that the counts stay the last line of stdout.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] }).status === 0;
}

/**
 * As findBrowser, but gets one where there is none: with apt as root on Debian, else playwright's build.
 * Needs node_modules for the latter. Throws with what to do when both fail.
 */
export function ensureBrowser({ log = line => console.error(line) } = {}) {
  const found = findBrowser();
  if (found) return found;
  log('No Chrome, Chromium or Edge found; getting one …');
  const asRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (asRoot && attempt('apt-get', ['-qq', 'update'])) {
    attempt('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium']);
  }
  const got = findBrowser();
  if (got) return got;
  attempt(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  const browser = findBrowser();
  if (browser) return browser;
  throw new Error('No browser. Install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
}

/**
 * Starts the found browser through playwright-core, headless. Close what it returns.
 * `args` come after chromeFlags; other options go to playwright as they are.
 */
export async function launch({ args = [], ...options } = {}) {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No browser. Install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: [...chromeFlags, ...args], ...options });
}
