import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import '../../define/qun-sheet.js';
import type { QunSheetCloseEvent, SheetCloseReason } from '../../events/qun-sheet-close-event.js';
import type { QunSheet } from './sheet.js';

/** A sheet of products in a box 400 × 600, beside a button that could have opened it. */
async function make(open = true, lang = 'en') {
  const box = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <button id="opener">Open</button>
      <qun-sheet heading="Products"><button id="inside">One</button></qun-sheet>
    </div>`,
  );
  box.style.cssText = 'position: relative; width: 400px; height: 600px';
  const sheet = box.querySelector('qun-sheet')!;
  const opener = box.querySelector<HTMLElement>('#opener')!;
  opener.focus();
  sheet.open = open;
  await settled(sheet);
  return { box, sheet, opener, inside: box.querySelector<HTMLElement>('#inside')! };
}

const part = (sheet: QunSheet, name: string) =>
  sheet.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`)!;

/** Rendered, and its motion over. */
async function settled(sheet: QunSheet): Promise<void> {
  await sheet.updateComplete;
  await nextFrame();
  await Promise.all(
    part(sheet, 'panel')
      .getAnimations()
      .map(one => one.finished.catch(() => undefined)),
  );
}

const reasonOf = async (sheet: QunSheet, act: () => unknown): Promise<SheetCloseReason> => {
  const event = oneEvent(sheet, 'qun-sheet-close');
  await act();
  return ((await event) as unknown as QunSheetCloseEvent).reason;
};

/** A finger on the grip that moves `by` px within `ms`. */
function drag(sheet: QunSheet, by: number, ms: number): void {
  const head = part(sheet, 'head');
  head.setPointerCapture = () => {}; // there is no such pointer
  const say = (type: string, clientY: number, timeStamp: number) => {
    const event = new PointerEvent(type, { pointerId: 1, clientY, bubbles: true });
    Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    head.dispatchEvent(event);
  };
  say('pointerdown', 0, 0);
  say('pointermove', by / 2, ms / 2);
  say('pointermove', by, ms);
  say('pointerup', by, ms);
}

describe('qun-sheet', function () {
  this.timeout(PATIENCE_MS);

  it('stands at the lower edge of its box, no higher than it may', async () => {
    const { box, sheet } = await make();
    const whole = box.getBoundingClientRect();
    const panel = part(sheet, 'panel').getBoundingClientRect();
    expect(Math.round(panel.bottom)).to.equal(Math.round(whole.bottom));
    sheet.tall = true;
    await settled(sheet);
    expect(part(sheet, 'panel').offsetHeight).to.equal(Math.round(600 * 0.82));
    await expect(sheet).to.be.accessible();
  });

  it('is out of sight and reach while it is closed', async () => {
    const { sheet, inside, opener } = await make(false);
    expect(getComputedStyle(part(sheet, 'base')).visibility).to.equal('hidden');
    inside.focus();
    expect(document.activeElement).to.equal(opener);
    await expect(sheet).to.be.accessible();
  });

  it('tells its height when it opens and when it closes', async () => {
    const { sheet } = await make(false);
    const heights: number[] = [];
    sheet.addEventListener('qun-sheet-resize', event => heights.push(event.height));
    sheet.open = true;
    await settled(sheet);
    sheet.open = false;
    await settled(sheet);
    expect(heights).to.have.length(2);
    expect(heights[0]).to.equal(part(sheet, 'panel').offsetHeight);
    expect(heights[1]).to.equal(0);
  });

  it('takes the focus, keeps it, and gives it back', async () => {
    const { sheet, inside, opener } = await make();
    expect(sheet.shadowRoot!.activeElement).to.equal(part(sheet, 'panel'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(inside);
    await sendKeys({ press: 'Tab' });
    expect(sheet.shadowRoot!.activeElement).to.equal(part(sheet, 'panel'));
    await sendKeys({ press: 'Escape' });
    await settled(sheet);
    expect(document.activeElement).to.equal(opener);
  });

  it('does not take the focus from where the page has put it meanwhile', async () => {
    const { box, sheet } = await make();
    const other = document.createElement('button');
    box.append(other);
    other.focus();
    sheet.open = false;
    await settled(sheet);
    expect(document.activeElement).to.equal(other);
  });

  it('says how its reader wants it closed', async () => {
    const { box, sheet } = await make();
    expect(await reasonOf(sheet, () => sendKeys({ press: 'Escape' }))).to.equal('escape');
    sheet.open = true;
    await settled(sheet);
    expect(await reasonOf(sheet, () => sheet.shadowRoot!.querySelector('button')!.click())).to.equal(
      'button',
    );
    sheet.open = true;
    await settled(sheet);
    const { left, top } = box.getBoundingClientRect();
    const above: [number, number] = [Math.round(left + 50), Math.round(top + 60)];
    expect(await reasonOf(sheet, () => sendMouse({ type: 'click', position: above }))).to.equal('backdrop');
    expect(sheet.open).to.be.false;
  });

  it('stays where the page prevents it', async () => {
    const { sheet } = await make();
    sheet.addEventListener('qun-sheet-close', event => event.preventDefault());
    await sendKeys({ press: 'Escape' });
    await settled(sheet);
    expect(sheet.open).to.be.true;
  });

  it('goes when it is dragged far or flicked, and springs back otherwise', async () => {
    const { sheet } = await make();
    drag(sheet, 60, 600);
    await settled(sheet);
    expect(sheet.open).to.be.true;
    expect(part(sheet, 'panel').style.transform).to.equal('');
    expect(await reasonOf(sheet, () => drag(sheet, 160, 900))).to.equal('drag');
    expect(sheet.open).to.be.false;
    sheet.open = true;
    await settled(sheet);
    drag(sheet, 60, 60);
    expect(sheet.open).to.be.false;
  });

  it('hears the device’s back while it is open, without a page of history', async () => {
    const { CloseWatcher: own } = globalThis as { CloseWatcher?: unknown };
    const watchers: FakeWatcher[] = [];
    class FakeWatcher extends EventTarget {
      live = true;
      constructor() {
        super();
        watchers.push(this);
      }
      destroy() {
        this.live = false;
      }
    }
    Object.assign(globalThis, { CloseWatcher: FakeWatcher });
    try {
      const { sheet } = await make();
      const entries = history.length;
      expect(await reasonOf(sheet, () => watchers[0]!.dispatchEvent(new Event('close')))).to.equal('back');
      await settled(sheet);
      expect(sheet.open).to.be.false;
      sheet.open = true;
      await settled(sheet);
      sheet.remove();
      expect(watchers.map(watcher => watcher.live)).to.deep.equal([false, false]);
      expect(history.length).to.equal(entries);
    } finally {
      Object.assign(globalThis, { CloseWatcher: own });
    }
  });

  it('speaks the language around it', async () => {
    const { box, sheet } = await make(true, 'zh-CN');
    const close = () => sheet.shadowRoot!.querySelector('button')!.getAttribute('aria-label');
    expect(close()).to.equal('关闭');
    box.lang = 'en';
    await until(() => close() === 'Close');
  });

  it('shows what stands in its slots', async () => {
    const { sheet } = await make();
    const extra = document.createElement('b');
    extra.slot = 'head';
    extra.textContent = 'Extra';
    sheet.append(extra);
    await settled(sheet);
    expect(extra.getClientRects()).not.to.be.empty;
  });

  it('leaves nothing behind, a hundred times', async () => {
    const { box, sheet } = await make();
    sheet.remove();
    const watch = watchListeners(window, document);
    try {
      for (let index = 0; index < 100; index += 1) {
        box.append(sheet);
        await sheet.updateComplete;
        sheet.remove();
      }
      expect(watch.left()).to.deep.equal([]);
    } finally {
      watch.stop();
    }
  });
});
