import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, open, part, settled, tea } from '../../../test/fixtures/product-sheet-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import type { QunProductSheet } from './product-sheet.js';
import { zoom } from './zoom-part.js';

const layer = (sheet: QunProductSheet) => part<HTMLDialogElement>(sheet, 'zoom');
const image = (sheet: QunProductSheet) => layer(sheet)!.querySelector('img')!;
const stage = (sheet: QunProductSheet) => layer(sheet)!.querySelector<HTMLElement>('.stage')!;

/** The first picture of the tea in large. */
async function enlarge() {
  const { sheet, box } = await open();
  await zoom.come();
  const opener = all(sheet, '[part~=picture]')[0]!;
  opener.focus();
  opener.click();
  await until(() => layer(sheet) && image(sheet).naturalWidth > 0);
  return { sheet, box, opener };
}

/** How large it is shown, against the size that fits. */
const scale = (sheet: QunProductSheet): number =>
  Number(/scale\(([\d.]+)\)/.exec(image(sheet).style.transform)?.[1] ?? 1);

/** A finger says something at a place of the stage, px from its middle. */
function finger(sheet: QunProductSheet, type: string, x: number, y: number, id = 1, at = 0): void {
  const { left, top, width, height } = stage(sheet).getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2 + x, top + height / 2 + y];
  const event = new PointerEvent(type, { pointerId: id, clientX, clientY, bubbles: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  stage(sheet).dispatchEvent(event);
}

describe('a product’s picture in large', function () {
  this.timeout(PATIENCE_MS);

  it('lies over everything, keeps the focus, and gives it back', async () => {
    const { sheet, opener } = await enlarge();
    expect(layer(sheet)!.open).to.be.true;
    expect(sheet.shadowRoot!.activeElement!.getAttribute('aria-label')).to.equal('Close');
    await expect(sheet).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(layer(sheet)).to.be.null;
    expect(sheet.open).to.be.true;
    expect(sheet.shadowRoot!.activeElement).to.equal(opener);
  });

  it('grows under two fingers, is moved by one, and shows no more than it has', async () => {
    const { sheet } = await enlarge();
    finger(sheet, 'pointerdown', -20, 0, 1);
    finger(sheet, 'pointerdown', 20, 0, 2);
    finger(sheet, 'pointermove', -60, 0, 1);
    finger(sheet, 'pointermove', 60, 0, 2);
    finger(sheet, 'pointerup', 60, 0, 2);
    expect(scale(sheet)).to.be.within(2.9, 3.1);
    finger(sheet, 'pointermove', 5000, 0, 1);
    finger(sheet, 'pointerup', 5000, 0, 1);
    const shown = image(sheet).getBoundingClientRect();
    expect(shown.left).to.be.at.most(stage(sheet).getBoundingClientRect().left + 1);
    finger(sheet, 'pointerdown', 0, 0, 1, 1000);
    finger(sheet, 'pointerup', 0, 0, 1, 1010);
    finger(sheet, 'pointerdown', 0, 0, 1, 1100);
    finger(sheet, 'pointerup', 0, 0, 1, 1110);
    expect(scale(sheet)).to.equal(1);
  });

  it('gives way to the next at a swipe, and goes when it is drawn down', async () => {
    const { sheet } = await enlarge();
    const swipe = (x: number, y: number) => {
      finger(sheet, 'pointerdown', 0, 0);
      finger(sheet, 'pointermove', x, y);
      finger(sheet, 'pointerup', x, y);
    };
    swipe(-120, 0);
    expect(image(sheet).src).to.contain('gaiwan');
    swipe(-120, 0);
    expect(image(sheet).src).to.contain('gaiwan');
    swipe(120, 0);
    expect(image(sheet).src).to.contain('spring-tea');
    swipe(10, 160);
    expect(layer(sheet)).to.be.null;
  });

  it('is enlarged and changed by keys and by the wheel', async () => {
    const { sheet } = await enlarge();
    await sendKeys({ press: '+' });
    expect(scale(sheet)).to.equal(1.5);
    await sendKeys({ press: '-' });
    expect(scale(sheet)).to.equal(1);
    await sendKeys({ press: 'ArrowRight' });
    expect(image(sheet).alt).to.equal('Picture 2 of 2');
    const wheel = new WheelEvent('wheel', { deltaY: -400, cancelable: true, bubbles: true });
    stage(sheet).dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.be.true;
    await until(() => scale(sheet) > 1.5);
  });

  it('goes with the sheet when that is taken from the page', async () => {
    const { sheet } = await enlarge();
    sheet.remove();
    await nextFrame();
    expect(layer(sheet)).to.be.null;
  });
});

describe('a product that is bought in a mini-program', function () {
  this.timeout(PATIENCE_MS);
  const wechat = {
    document,
    userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.40',
  };
  const product = {
    ...tea,
    options: [],
    variants: [],
    links: { ...tea.links, miniProgram: { username: 'gh_4821', path: 'pages/tea?id=7' } },
  };

  it('is reached by WeChat’s own tag where the page has brought it', async () => {
    const { sheet } = await open({ product });
    sheet.environment = wechat;
    await settled(sheet);
    expect(part(sheet, 'button')).to.exist;
    const tag = document.createElement('wx-open-launch-weapp');
    tag.slot = 'launch';
    tag.textContent = 'Buy';
    sheet.append(tag);
    await until(() => part(sheet, 'button') === null);
    expect(tag.getClientRects()).not.to.be.empty;
    expect(tag.getAttribute('username')).to.equal('gh_4821');
    expect(tag.getAttribute('path')).to.equal('pages/tea?id=7');
  });

  it('is reached through the mini-program around the page', async () => {
    const went: string[] = [];
    const miniProgram = {
      navigateTo({ url, success }: { url: string; success(): void }) {
        went.push(url);
        success();
      },
    };
    Object.assign(globalThis, { wx: { miniProgram } });
    try {
      const { sheet } = await open({ product });
      sheet.environment = { ...wechat, wxEnvironment: 'miniprogram' };
      await settled(sheet);
      part(sheet, 'button')!.click();
      await until(() => went.length > 0);
      expect(went).to.deep.equal(['/pages/tea?id=7']);
    } finally {
      Reflect.deleteProperty(globalThis, 'wx');
    }
  });
});
