import { expect, fixture, fixtureCleanup, html, nextFrame, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../../test/fixtures/live-stream.js';
import { PlayerHarness } from '../../../../test/fixtures/player-harness.js';
import { watchListeners } from '../../../../test/fixtures/watch-listeners.js';
import '../../../define/qun-live-player.js';
import type { QunLivePlayer } from '../live-player.js';

const TIMEOUT = { timeout: 20_000 };

/** A picture that moves, above what is taller than the window. */
async function onTallPage() {
  const page = await fixture<HTMLElement>(
    html`<div>
      <qun-live-player mini autoplay src=${new LiveStream().src} style="width:200px"></qun-live-player>
      <div style="height:3000px"></div>
    </div>`,
  );
  const player = page.querySelector<QunLivePlayer>('qun-live-player')!;
  const harness = new PlayerHarness(player);
  await harness.moves();
  return { page, player, harness };
}

describe('a picture that goes to a corner', function () {
  this.timeout(60_000);

  afterEach(() => {
    fixtureCleanup();
    window.scrollTo(0, 0);
  });

  it('is never paused, never waits, and is never loaded anew', async () => {
    const { harness, player } = await onTallPage();
    const { video } = harness;
    const box = player.renderRoot.querySelector('.picture')!;
    const away = () => box.hasAttribute('data-mini');
    const broken: string[] = [];
    for (const type of ['pause', 'waiting', 'emptied', 'seeking', 'error'])
      video.addEventListener(type, () => broken.push(type));
    const tall = document.documentElement.scrollHeight;
    for (let turn = 0; turn < 6; turn += 1) {
      const out = turn % 2 === 0;
      const from = video.currentTime;
      window.scrollTo(0, out ? 1500 : 0);
      await waitUntil(() => away() === out, out ? 'goes' : 'comes back', TIMEOUT);
      await waitUntil(() => video.currentTime > from, 'moves on', TIMEOUT);
      expect(document.documentElement.scrollHeight).to.equal(tall);
    }
    expect(broken).to.eql([]);
    expect(player.state).to.equal('playing');
    window.scrollTo(0, 1500);
    await waitUntil(away, 'goes', TIMEOUT);
    await expect(player).to.be.accessible();
    // A click on the small picture is none on the player.
    player.renderRoot.querySelector<HTMLElement>('.mini-back')!.click();
    await waitUntil(() => !away(), 'comes back', TIMEOUT);
    expect(video.paused).to.equal(false);
  });

  it('leaves nothing where the player is taken out meanwhile, and is at home when it is back', async () => {
    const { page, harness, player } = await onTallPage();
    const box = player.renderRoot.querySelector('.picture')!;
    const watched = watchListeners(window, document);
    window.scrollTo(0, 1500);
    await waitUntil(() => box.hasAttribute('data-mini'), 'goes', TIMEOUT);
    expect(navigator.mediaSession.metadata).to.not.equal(null);
    player.remove();
    await nextFrame();
    expect(box.hasAttribute('data-mini') || box.hasAttribute('popover')).to.equal(false);
    expect(player.renderRoot.querySelector('.mini-place, .mini-face')).to.equal(null);
    expect(navigator.mediaSession.metadata).to.equal(null);
    watched.stop();
    expect(watched.left()).to.eql([]);
    window.scrollTo(0, 0);
    page.prepend(player);
    await harness.moves();
    expect(box.hasAttribute('data-mini')).to.equal(false);
    window.scrollTo(0, 1500);
    await waitUntil(() => box.hasAttribute('data-mini'), 'goes again', TIMEOUT);
  });
});
