import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../tools/free-port.js';
import type { DrivenBrowser } from './browsers.js';
import { pagesAsFrames } from './frames.js';

/** As long as one would wait for a download, ms. */
const APT_MS = 180_000;
const READY_MS = 20_000;
const PACKAGES = [
  'webkit2gtk-driver',
  'xvfb',
  'gstreamer1.0-libav',
  'gstreamer1.0-plugins-good',
  'gstreamer1.0-plugins-bad',
];
const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';

/** The browser that comes with the driver; undefined where there is none. */
function findWebKit(): string | undefined {
  if (![DRIVER, SCREEN].every(path => existsSync(path))) return undefined;
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const places = libraries.flatMap(one =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map(kind => `/usr/lib/${one}/${kind}/MiniBrowser`),
  );
  return places.find(path => existsSync(path));
}

/** The same, but gets one with apt as root on Debian. */
export function ensureWebKit(): string | undefined {
  const found = findWebKit();
  if (found || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return found;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 2, 2] as ['ignore', 2, 2], timeout: APT_MS };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...PACKAGES], options);
  return findWebKit();
}

/** WebKitGTK on a screen of its own, driven by WebDriver. */
export async function openWebKit(binary: string): Promise<DrivenBrowser> {
  const display = `:${freeDisplay()}`;
  const port = await freePort();
  const screen = spawn(SCREEN, [display, '-screen', '0', '1000x1000x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' };
  const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    const { value } = (await answer.json()) as { value: unknown };
    const { error, message } = (value ?? {}) as { error?: string; message?: string };
    if (error) throw new Error(`${error}: ${message}`);
    return value;
  };
  try {
    await until(async () => ((await ask('GET', '/status')) as { ready: boolean }).ready);
    const wanted = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
    const made = (await ask('POST', '/session', { capabilities: { alwaysMatch: wanted } })) as {
      sessionId: string;
    };
    const session = `/session/${made.sessionId}`;
    // One command at a time: it answers no other while a script runs.
    let last: Promise<unknown> = Promise.resolve();
    const run = (code: string) =>
      (last = last.then(
        () => now(code),
        () => now(code),
      ));
    const now = (code: string) =>
      ask('POST', `${session}/execute/async`, {
        script: `const tell = arguments[0]; Promise.resolve().then(() => eval(${JSON.stringify(code)})).then(tell, error => tell({ thrown: String(error) }))`,
        args: [],
      }).then(value => {
        const { thrown } = (value ?? {}) as { thrown?: string };
        if (thrown) throw new Error(thrown);
        return value;
      });
    return {
      open: pagesAsFrames(url => ask('POST', `${session}/url`, { url }), run),
      async close() {
        await ask('DELETE', session).catch(() => undefined);
        await Promise.all([end(driver), end(screen)]);
      },
    };
  } catch (error) {
    await Promise.all([end(driver), end(screen)]);
    throw error;
  }
}

/** A screen's number that nobody has taken. */
function freeDisplay(): number {
  const free = Array.from({ length: 100 }, (_, i) => 90 + i).find(
    one => !existsSync(`/tmp/.X11-unix/X${one}`),
  );
  if (free === undefined) throw new Error('a hundred screens are taken');
  return free;
}

async function until(good: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + READY_MS;
  while (!(await good().catch(() => false))) {
    if (Date.now() > end) throw new Error('WebKitWebDriver did not come up');
    await sleep(100);
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise(ended => {
    if (child.exitCode !== null) return ended();
    child.once('close', () => ended());
    child.kill();
  });
}
