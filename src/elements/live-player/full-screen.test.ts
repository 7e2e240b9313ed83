import { expect, waitUntil } from '@open-wc/testing';
import { openPlayer, type SteeredPlayer } from '../../../test/fixtures/open-player.js';
import type { QunFullScreenEvent } from '../../events/qun-full-screen-event.js';
import '../../define/qun-live-player.js';

/** Another browser, as far as full screen goes: what `host` can do by itself, and the name it goes by. */
function pretend(host: HTMLElement, { userAgent, request }: { userAgent?: string; request?: unknown }): void {
  if (userAgent) Object.defineProperty(navigator, 'userAgent', { value: userAgent, configurable: true });
  for (const name of ['requestFullscreen', 'webkitRequestFullscreen'])
    Object.defineProperty(host, name, { value: name[0] === 'r' ? request : undefined, configurable: true });
}

const refuse = () => Promise.reject(new TypeError('not here'));
const weChat = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.49';

async function open(more = {}): Promise<SteeredPlayer> {
  const player = await openPlayer(more);
  await player.moves();
  return player;
}

const fills = (element: HTMLElement) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top, width, height].join() === [0, 0, innerWidth, innerHeight].join();
};

describe('a qun-live-player on the full screen', function () {
  this.timeout(40_000);
  afterEach(() => delete (navigator as { userAgent?: string }).userAgent);

  it('asks the browser for it, says so, and goes back', async () => {
    const player = await open();
    const views: boolean[] = [];
    player.player.addEventListener('qun-player-view', ({ fullScreen }) => views.push(fullScreen));
    const asked: unknown[] = [];
    let full: Element | null = null;
    pretend(player.player, {
      request() {
        asked.push(this);
        full = player.player;
        document.dispatchEvent(new Event('fullscreenchange'));
        return Promise.resolve();
      },
    });
    Object.defineProperty(document, 'fullscreenElement', { get: () => full, configurable: true });
    document.exitFullscreen = () => {
      full = null;
      document.dispatchEvent(new Event('fullscreenchange'));
      return Promise.resolve();
    };
    try {
      player.named('Full screen')!.click();
      await waitUntil(() => player.named('Leave full screen') !== undefined, 'is on the full screen');
      expect(asked).to.deep.equal([player.player]);
      await expect(player.player).to.be.accessible();
      player.press('f');
      await waitUntil(() => player.named('Full screen') !== undefined, 'is back');
      expect(views).to.deep.equal([true, false]);
    } finally {
      delete (document as { fullscreenElement?: unknown }).fullscreenElement;
      delete (document as { exitFullscreen?: unknown }).exitFullscreen;
    }
  });

  it('fills the window where the browser refuses, and leaves the page as it was', async () => {
    const player = await open();
    const place = player.player.parentElement!;
    // Without the player in it the page is too short to stay where it is.
    place.style.paddingTop = '900px';
    scrollTo(0, 600);
    const top = scrollY;
    player.player.className = 'mine';
    player.player.style.transform = 'rotate(1deg)';
    const before = player.player.outerHTML;
    pretend(player.player, { request: refuse });
    player.named('Full screen')!.click();
    await waitUntil(() => player.named('Leave full screen') !== undefined);
    expect(fills(player.player)).to.equal(true);
    expect(document.documentElement.hasAttribute('style') || document.body.hasAttribute('style')).to.equal(
      false,
    );
    await expect(player.player).to.be.accessible();
    player.named('Leave full screen')!.click();
    await player.player.updateComplete;
    expect(player.player.outerHTML).to.equal(before);
    expect(scrollY).to.equal(top);
    expect(top).to.be.greaterThan(500);
    expect(player.player.state).to.equal('playing');
  });

  it('fills the window where nothing has a top layer', async () => {
    const player = await open();
    pretend(player.player, { request: undefined });
    Object.defineProperty(player.player, 'showPopover', { value: undefined });
    await player.player.toggleFullscreen();
    expect(fills(player.player)).to.equal(true);
    expect(player.player.hasAttribute('popover')).to.equal(false);
    await player.player.toggleFullscreen();
    expect(fills(player.player)).to.equal(false);
  });

  it('fills the window at once inside WeChat, which would take the picture out of its page', async () => {
    const player = await open();
    const asked: string[] = [];
    pretend(player.player, { userAgent: weChat, request: async () => void asked.push('full') });
    player.press('f');
    await waitUntil(() => fills(player.player), 'fills the window');
    expect(asked).to.deep.equal([]);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await player.player.updateComplete;
    expect(fills(player.player)).to.equal(false);
  });

  it('fills the window when the page asks for that', async () => {
    const player = await open();
    await player.player.toggleFullscreen('page');
    expect(fills(player.player)).to.equal(true);
    player.player.remove();
    expect(player.player.hasAttribute('data-qun-filling') || player.player.hasAttribute('popover')).to.equal(
      false,
    );
  });

  it('opens Apple’s own player only when the page asks for that', async () => {
    const player = await open();
    let entered = 0;
    Object.assign(player.video, { webkitEnterFullscreen: () => (entered += 1) });
    await player.player.toggleFullscreen('video');
    expect(entered).to.equal(1);
    expect(fills(player.player)).to.equal(false);
  });

  it('is left to the page that prevents it, and takes along what a listener names', async () => {
    const player = await open();
    const place = player.player.parentElement!;
    const asked: unknown[] = [];
    pretend(player.player, { request: async () => void asked.push('player') });
    let name = (event: QunFullScreenEvent) => event.preventDefault();
    place.addEventListener('qun-full-screen', event => name(event));
    await player.player.toggleFullscreen();
    expect(asked).to.deep.equal([]);
    const around = document.createElement('div');
    around.attachShadow({ mode: 'open' });
    place.append(around);
    pretend(around, { request: async () => void asked.push('around') });
    name = event => (event.element = around);
    await player.player.toggleFullscreen();
    expect(asked).to.deep.equal(['around']);
  });

  it('is what two clicks of a mouse on the picture ask for, and two taps do not', async () => {
    const player = await open();
    const asked: string[] = [];
    pretend(player.player, { request: async () => void asked.push('full') });
    const twice = (kind: 'mouse' | 'touch') => {
      player.tapPicture(kind);
      player.tapPicture(kind);
      player.video.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    };
    twice('touch');
    expect(asked).to.deep.equal([]);
    twice('mouse');
    expect(asked).to.deep.equal(['full']);
    await player.moves();
  });
});
