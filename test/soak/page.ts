import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { launch } from '../tools/browser.mjs';

/** What a page holds after everything that can be thrown away has been. */
export interface Held {
  /** Bytes. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Timers that are set, intervals among them. */
  timers: number;
  /** Media sources, source buffers, workers and requests of hls.js that are alive. */
  sources: number;
  buffers: number;
  workers: number;
  requests: number;
  /** Object URLs that were made and not given back. */
  urls: number;
}

const script = fileURLToPath(new URL('page/soak.js', import.meta.url));

/** A page in Chromium that can be asked what it holds. */
export class SoakPage {
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #open = new Set<string>();

  private constructor(
    browser: Browser,
    context: BrowserContext,
    readonly page: Page,
    session: CDPSession,
  ) {
    this.#browser = browser;
    this.#context = context;
    this.#session = session;
    session.on('Network.requestWillBeSent', ({ requestId }) => this.#open.add(requestId));
    session.on('Network.loadingFinished', ({ requestId }) => this.#open.delete(requestId));
    session.on('Network.loadingFailed', ({ requestId }) => this.#open.delete(requestId));
  }

  static async open(url: string): Promise<SoakPage> {
    const browser = (await launch({ args: ['--js-flags=--expose-gc'] })) as Browser;
    const context = await browser.newContext({ viewport: { width: 390, height: 720 } });
    const page = await context.newPage();
    await page.addInitScript({ path: script });
    const session = await context.newCDPSession(page);
    const soak = new SoakPage(browser, context, page, session);
    await session.send('Network.enable');
    await session.send('Performance.enable');
    await page.goto(url);
    return soak;
  }

  /** Requests that have not ended. */
  get openRequests(): number {
    return this.#open.size;
  }

  async held(): Promise<Held> {
    const session = this.#session;
    // What is held by something that is thrown away itself goes with the next round.
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find(one => one.name === name)?.value ?? 0;
    const counted = (await this.page.evaluate('soak.counted()')) as { timers: number; urls: number };
    return {
      heap: metric('JSHeapUsedSize'),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      ...counted,
      sources: await this.#alive('MediaSource'),
      buffers: await this.#alive('SourceBuffer'),
      requests: await this.#alive('XMLHttpRequest'),
      workers: this.page.workers().length,
    };
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#browser.close();
  }

  /** How many objects of a class there are. */
  async #alive(name: string): Promise<number> {
    const session = this.#session;
    const objectGroup = 'soak';
    const { result } = await session.send('Runtime.evaluate', {
      expression: `${name}.prototype`,
      objectGroup,
    });
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId!,
      objectGroup,
    });
    const length = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    });
    await session.send('Runtime.releaseObjectGroup', { objectGroup });
    return Number(length.result.value);
  }
}
