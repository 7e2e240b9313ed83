import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../../test/fixtures/live-stream.js';
import { PlayerHarness } from '../../../../test/fixtures/player-harness.js';
import '../../../define/qun-live-player.js';
import type { QunLivePlayer } from '../live-player.js';

const TIMEOUT = { timeout: 20_000 };

describe('a picture that goes to a corner', function () {
  this.timeout(60_000);

  afterEach(() => {
    fixtureCleanup();
    window.scrollTo(0, 0);
  });

  it('is never paused, never waits, and is never loaded anew', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <qun-live-player mini autoplay src=${new LiveStream().src} style="width:200px"></qun-live-player>
        <div style="height:3000px"></div>
      </div>`,
    );
    const player = page.querySelector<QunLivePlayer>('qun-live-player')!;
    const harness = new PlayerHarness(player);
    await harness.moves();
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
    // A click on the small picture is none on the player.
    player.renderRoot.querySelector<HTMLElement>('.mini-back')!.click();
    await waitUntil(() => !away(), 'comes back', TIMEOUT);
    expect(video.paused).to.equal(false);
  });
});
