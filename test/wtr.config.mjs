// Browser tests: real Chromium, source files as they are, no bundle. `npm test -- --only browser [files]`.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { join } from 'node:path';
import { liveMedia } from './fixtures/live-media.mjs';
import { chromeFlags, findBrowser } from './tools/browser.mjs';
import { root } from './tools/install.mjs';
import { checkReporter } from './tools/reporters/wtr.mjs';
import { serveMedia } from './tools/serve-media.mjs';

/**
 * Files run side by side in one browser, where only the tab in front draws frames and has the focus: so each has a
 * window of its own. As tabs, one that another came before would draw a single frame a second.
 */
async function createPage({ context }) {
  const page = await context.newPage({ type: 'window' });
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

export default {
  rootDir: root,
  nodeResolve: { exportConditions: ['production'] },
  middleware: [liveMedia('/live-media/', root), serveMedia('/demo/media/', join(root, 'demo/media'))],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    {
      // nanostores asks for process.env, which a page does not have.
      name: 'node-env',
      transform(context) {
        if (!context.path.includes('/node_modules/nanostores/')) return undefined;
        return String(context.body).replaceAll('process.env.NODE_ENV', '"test"');
      },
    },
    {
      // A second is too short on a busy machine to say of anything that it never comes.
      name: 'patience',
      transform(context) {
        if (!context.path.endsWith('/@open-wc/testing-helpers/src/helpers.js')) return undefined;
        const patient = String(context.body).replace(/timeout = (1000|1e3)/, 'timeout = 8000');
        if (patient === context.body) throw new Error('waitUntil has another default than it had.');
        return patient;
      },
    },
  ],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: findBrowser(), args: [...chromeFlags] }, createPage }),
  ],
  // Three went faster, and starved players beside them, whose tests live by the clock.
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
  ...(process.env.QUN_CHECK_LINES ? { reporters: [checkReporter()] } : {}),
};
