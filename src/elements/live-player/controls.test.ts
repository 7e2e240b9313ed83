import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { openPlayer } from '../../../test/fixtures/open-player.js';
import { refusePlay } from '../../../test/fixtures/player-harness.js';
import { Steerable } from '../../media/steerable.js';
import { controls } from './controls-part.js';
import '../../define/qun-live-player.js';

describe('the controls of qun-live-player', function () {
  this.timeout(40_000);

  it('do without, and come after all, where the network does not give them at first', async () => {
    const { fetch } = controls;
    let tries = 0;
    controls.fetch = () => ((tries += 1) < 2 ? Promise.reject(new TypeError('Failed to fetch')) : fetch());
    const player = await openPlayer({ withoutControls: true });
    await player.moves();
    player.player.withoutControls = false;
    await waitUntil(() => tries > 0, 'asks for them');
    expect(player.part('controls') === null).to.equal(true);
    player.part('hear')!.click();
    expect(player.video.muted).to.equal(false);
    await expect(player.player).to.be.accessible();
    // A key that is pressed meanwhile is obeyed when they are here.
    expect(player.press(' ')).to.equal(false);
    await player.becomes('paused');
    await player.steered();
    expect(tries).to.equal(2);
  });

  it('are not fetched for a poster, until somebody reaches for it', async () => {
    const player = await openPlayer({ autoplay: false, preload: 'none' });
    expect(player.part('controls') === null).to.equal(true);
    expect(player.part('play')).to.exist;
    player.part('base')!.focus();
    await player.steered();
    expect((await player.stream.asked()).master).to.equal(0);
  });

  it('push nothing when they come, nor when they go', async () => {
    const player = await openPlayer();
    const box = () => JSON.stringify([player.player, player.video].map(one => one.getBoundingClientRect()));
    const before = box();
    await player.moves();
    expect(box()).to.equal(before);
  });

  it('say for a moment why the picture is elsewhere than the viewer was', async () => {
    const player = await openPlayer();
    await player.moves();
    await player.steered();
    const jumped = (skipped: string | undefined) => {
      Object.defineProperty(Steerable.prototype, 'skipped', { get: () => skipped, configurable: true });
      player.player.requestUpdate();
      return player.player.updateComplete;
    };
    const told = Object.getOwnPropertyDescriptor(Steerable.prototype, 'skipped')!;
    try {
      const status = player.player.shadowRoot!.querySelector('.note-place[role="status"]')!;
      expect(status.textContent!.trim()).to.equal('');
      await jumped('oldest');
      expect(player.part('note')!.textContent).to.equal(
        'That moment is no longer kept. Here is the earliest there is',
      );
      await expect(player.player).to.be.accessible();
      player.player.lang = 'zh-CN';
      await jumped('edge');
      await waitUntil(() => player.part('note')!.textContent === '那一段已经看不到了，带你回到直播');
      await jumped(undefined);
      expect(player.part('note') === null).to.equal(true);
    } finally {
      Object.defineProperty(Steerable.prototype, 'skipped', told);
    }
  });

  it('hold on a narrow player, a finger wide each', async () => {
    const player = await openPlayer({}, { width: 300, stream: new LiveStream(true) });
    await player.seekable();
    player.press('j');
    player.press('j');
    await waitUntil(() => player.part('go-live') !== null);
    const box = player.player.getBoundingClientRect();
    const buttons = [...player.part('controls')!.querySelectorAll('button')].map(one =>
      one.getBoundingClientRect(),
    );
    for (const { left, right, width, height } of buttons) {
      expect(left).to.be.at.least(box.left);
      expect(right).to.be.at.most(box.right);
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });

  it('tell their keys to those who ask for them', async () => {
    const player = await openPlayer();
    await player.moves();
    const keys = (name: string) => player.named(name)!.getAttribute('aria-keyshortcuts');
    expect([keys('Pause'), keys('Turn the sound on'), keys('Full screen')]).to.deep.equal([
      'k Space',
      'm',
      'f',
    ]);
  });

  it('turn the sound up and down by keys, and on with the first of them', async () => {
    const player = await openPlayer();
    await player.moves();
    expect(player.press('ArrowUp')).to.equal(false);
    expect([player.video.muted, player.video.volume]).to.deep.equal([false, 0.1]);
    player.press('ArrowUp');
    expect(player.video.volume).to.be.closeTo(0.2, 0.001);
    for (let i = 0; i < 3; i += 1) player.press('ArrowDown');
    expect(player.video.volume).to.equal(0);
  });

  it('offer sound no more to a viewer who has turned it off', async () => {
    const player = await openPlayer();
    await player.moves();
    player.press('m');
    player.press('m');
    await player.player.updateComplete;
    expect([player.video.muted, player.part('hear') === null]).to.deep.equal([true, true]);
  });

  it('come where the browser wants a tap first, as a phone that saves power does', async () => {
    const player = await openPlayer({ src: '' });
    const browser = refusePlay(player.video);
    player.player.src = player.stream.src;
    await player.becomes('blocked');
    await player.steered();
    expect(player.named('Play')).to.exist;
    await expect(player.player).to.be.accessible();
    browser.allow();
    player.press('k');
    await player.moves();
    expect(player.video.muted, 'the key may bring sound along').to.equal(false);
  });

  it('speak the language of their place, also when it changes', async () => {
    const player = await openPlayer({}, { lang: 'zh-CN', width: 640, height: 360 });
    await player.moves();
    for (const name of ['暂停', '打开声音', '设置', '小窗播放', '全屏'])
      expect(player.named(name), name).to.exist;
    player.player.lang = 'en';
    await waitUntil(() => player.named('Pause') !== undefined);
    await expect(player.player).to.be.accessible();
  });
});

describe('the picture of qun-live-player', function () {
  this.timeout(40_000);

  it('fits as its shape and that of its box allow', async () => {
    const player = await openPlayer({ fit: 'auto', poster: '/demo/media/products/teapot.webp' });
    await player.moves();
    const fit = () => getComputedStyle(player.video).objectFit;
    expect([fit(), player.player.renderRoot.querySelector('.backdrop')]).to.deep.equal(['cover', null]);
    player.player.style.width = '640px';
    await waitUntil(() => fit() === 'contain', 'is shown whole in a wide box');
    expect(player.player.renderRoot.querySelector('.backdrop')).to.exist;
    player.player.fit = 'cover';
    await player.player.updateComplete;
    expect(fit()).to.equal('cover');
  });

  it('has a layer for what moves over it, that no pointer meets', async () => {
    const player = await openPlayer();
    const heart = document.createElement('button');
    heart.slot = 'layer';
    Object.assign(heart.style, { width: '100%', height: '100%', pointerEvents: 'auto' });
    player.player.append(heart);
    await player.moves();
    const { left, top, width, height } = player.player.getBoundingClientRect();
    const met = player.player.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2)!;
    expect(met).not.to.equal(heart);
    expect(met.closest('.picture, .over')).to.exist;
  });
});
