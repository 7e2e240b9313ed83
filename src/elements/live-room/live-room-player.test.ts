import { expect } from '@open-wc/testing';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { focused, one, openLiveRoom, settled } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import '../../define/qun-danmaku-layer.js';
import '../../qunlive.js';
import type { QunLiveRoom } from './live-room.js';

const player = (el: QunLiveRoom) => one<HTMLElementTagNameMap['qun-live-player']>(el, 'qun-live-player')!;
const inside = (el: QunLiveRoom, selector: string) =>
  player(el).shadowRoot!.querySelector<HTMLElement>(selector);
const lines = (el: QunLiveRoom) =>
  [...player(el).shadowRoot!.querySelectorAll('.settings .line')].map(line => line.textContent!.trim());
const shown = (element: Element) => getComputedStyle(element).visibility === 'visible';

async function openPlaying(options: Parameters<typeof openLiveRoom>[0] = {}): Promise<QunLiveRoom> {
  const { src } = new LiveStream();
  const { el } = await openLiveRoom({
    ...options,
    state: { stream: { src: new URL(src, location.href).href } },
  });
  await until(() => player(el).state === 'playing');
  return el;
}

describe('the player of qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  it('has all it can do behind one button on a phone, over everything else', async () => {
    const el = await openPlaying();
    const more = one(el, '[part=more]')!;
    expect(more.getAttribute('aria-label')).to.equal('More');
    expect(more.offsetWidth).to.be.at.least(44);
    expect(more.getBoundingClientRect().left).to.be.greaterThan(el.getBoundingClientRect().left + 195);
    more.focus();
    more.click();
    await until(() => inside(el, '.settings') !== null);
    await settled(el);
    expect(lines(el)).to.deep.equal([
      'Comments over the picture Fly across the top',
      ...['Picture in picture', 'Full screen', 'Statistics'],
    ]);
    expect([shown(one(el, '.over')!), shown(one(el, '.column')!)]).to.deep.equal([false, false]);
    await expect(el).to.be.accessible();
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    focused()!.dispatchEvent(escape);
    await settled(el);
    expect(inside(el, '.settings') === null).to.equal(true);
    expect(shown(one(el, '.over')!)).to.equal(true);
    await until(() => focused() === more);
  });

  it('has its own bar on a desk, and no such button', async () => {
    const el = await openPlaying({ width: 1280, height: 800 });
    await until(() => inside(el, '.controls') !== null);
    expect(one(el, '[part=more]') === null).to.equal(true);
  });

  it('takes the whole room to the full screen, with all that can be said and bought', async () => {
    const el = await openPlaying({ height: 600 });
    await player(el).toggleFullscreen('page');
    const { width, height } = el.getBoundingClientRect();
    expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
    for (const part of ['head', 'column', 'bar'])
      expect(shown(one(el, `[part=${part}]`)!), part).to.equal(true);
    await player(el).toggleFullscreen();
    expect(el.getBoundingClientRect().height).to.equal(600);
    expect(el.hasAttribute('popover')).to.equal(false);
  });

  it('makes way at its head for the figures of the stream', async () => {
    const el = await openPlaying();
    await player(el).openSettings();
    await until(() => inside(el, '.settings') !== null);
    [...player(el).shadowRoot!.querySelectorAll<HTMLElement>('.settings .line')].pop()!.click();
    await until(() => inside(el, '.stats') !== null);
    await settled(el);
    expect([shown(one(el, '.over')!), shown(one(el, '.column')!)]).to.deep.equal([false, true]);
    inside(el, '.stats-close')!.click();
    await settled(el);
    expect(shown(one(el, '.over')!)).to.equal(true);
  });
});
