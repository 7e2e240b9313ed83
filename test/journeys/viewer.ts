import type { Browser, BrowserContext, Page } from 'playwright-core';
import { until } from '../tools/until.js';

/** A viewer with a browser profile of their own. */
export class Viewer {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    /** Errors the page did not catch. */
    readonly errors: string[],
  ) {}

  static async open(
    browser: Browser,
    url: string,
    options: { desk?: boolean; locale?: string } = {},
  ): Promise<Viewer> {
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    const context = await browser.newContext({
      ...(options.desk ? { viewport: { width: 1280, height: 800 } } : phone),
      locale: options.locale ?? 'zh-CN',
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.goto(url);
    return new Viewer(context, page, errors);
  }

  get room() {
    return this.page.locator('qun-live-room').first();
  }

  /** Seconds played. */
  played(): Promise<number> {
    return this.page
      .locator('video')
      .first()
      .evaluate(video => (video as HTMLVideoElement).currentTime);
  }

  async seesMoving(): Promise<void> {
    await this.page.locator('video').first().waitFor({ state: 'attached' });
    const first = await this.played();
    await until('the picture moves', async () => (await this.played()) > first + 0.2);
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.room.getByText(words).locator('visible=true').first().waitFor();
  }

  async sends(words: string): Promise<void> {
    const field = this.room.getByRole('textbox').first();
    if (!(await field.isVisible())) await this.room.locator('[part~="composer-pill"]').click();
    await field.fill(words);
    await field.press('Enter');
  }

  /** What the room's stores hold, as the elements see it. */
  state(): Promise<unknown> {
    return this.page.evaluate(() => {
      const room = document.querySelector('qun-live-room') as unknown as {
        roomStore?: { $state: { get(): unknown }; $left: { get(): unknown } };
      };
      return room.roomStore && { state: room.roomStore.$state.get(), left: room.roomStore.$left.get() };
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
