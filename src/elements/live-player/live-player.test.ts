import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { PlayerHarness, refusePlay } from '../../../test/fixtures/player-harness.js';
import type { QunPlayerStateEvent } from '../../events/qun-player-state-event.js';
import '../../define/qun-live-player.js';
import type { QunLivePlayer } from './live-player.js';

/** A player of a stream of its own, in a box as a phone's. */
async function open(
  more: Partial<QunLivePlayer> = {},
  stream = new LiveStream(),
): Promise<PlayerHarness & { stream: LiveStream }> {
  const player = document.createElement('qun-live-player');
  Object.assign(player, { src: stream.src, autoplay: true, ...more });
  player.style.height = '480px';
  player.style.width = '270px';
  const harness = Object.assign(new PlayerHarness(player), { stream });
  await fixture(html`<div lang="en">${player}</div>`);
  await player.updateComplete;
  return harness;
}

/** Waits a fraction of what viewers wait. */
const quick = {
  ...{ bufferingAfterMs: 100, reconnectingAfterMs: 500, retryMinMs: 100, retryMaxMs: 200, retries: 1 },
  ...{ requestRetries: 1, requestRetryMs: 100, requestRetryMaxMs: 100, lookMs: [300], tickMs: 250 },
};

describe('qun-live-player', function () {
  this.timeout(40_000);

  it('shows a moving picture by itself, muted and in the page', async () => {
    const { player, video, told, errors, moves } = bound(await open());
    await moves();
    expect([video.muted, video.hasAttribute('playsinline'), video.hasAttribute('autoplay')]).to.deep.equal([
      ...[true, true, false],
    ]);
    // It may have been idle for a moment, until it was known to be in view.
    expect(told.filter(state => state !== 'idle')).to.deep.equal(['loading', 'playing']);
    expect(errors).to.deep.equal([]);
    await expect(player).to.be.accessible();
  });

  it('shows the poster that stands in the page, and fetches no other', async () => {
    const player = new PlayerHarness(
      await fixture<QunLivePlayer>(
        html`<qun-live-player poster="/nowhere.webp">
          <img slot="poster" src="/demo/media/products/teapot.webp" alt="" />
        </qun-live-player>`,
      ),
    );
    const image = player.player.querySelector('img')!;
    const box = player.player.getBoundingClientRect();
    expect(image.getBoundingClientRect().height).to.equal(box.height);
    expect(player.part('poster')).to.equal(null);
    player.player.src = new LiveStream().src;
    await waitUntil(() => player.video.poster !== '', 'has a poster of its own', { timeout: 20_000 });
    expect(player.video.poster).to.equal(image.src);
  });

  it('gets ready behind its poster, without a stir, until somebody plays it', async () => {
    const player = await open({ autoplay: false });
    await waitUntil(() => player.video.readyState > 1, 'has a picture', { timeout: 20_000 });
    expect(player.told).to.deep.equal(['idle']);
    player.part('play')!.click();
    await player.moves();
    expect(player.video.muted).to.equal(false);
  });

  it('fills its box, and shows its poster until there is a picture', async () => {
    const player = await open({ poster: '/demo/media/products/teapot.webp' });
    const box = player.player.getBoundingClientRect();
    const picture = player.video.getBoundingClientRect();
    expect([picture.width, picture.height]).to.deep.equal([box.width, box.height]);
    expect(getComputedStyle(player.video).objectFit).to.equal('cover');
    expect(player.covered).to.equal(true);
    await player.moves();
    expect(player.covered).to.equal(false);
    player.player.fit = 'contain';
    await player.player.updateComplete;
    expect(getComputedStyle(player.video).objectFit).to.equal('contain');
  });

  it('has a height of its own where the page gives none', async () => {
    const player = await fixture<QunLivePlayer>(html`<qun-live-player></qun-live-player>`);
    player.style.width = '180px';
    expect(Math.round(player.offsetHeight)).to.equal(320);
  });

  it('offers sound, and gives it in the tap', async () => {
    const player = await open();
    await player.moves();
    expect(player.part('hear')!.textContent).to.contain('Tap to hear');
    player.part('hear')!.click();
    await player.player.updateComplete;
    expect(player.video.muted).to.equal(false);
    expect(player.part('hear')).to.equal(null);
    await player.moves();
  });

  it('goes on muted where the browser answers sound with a pause', async () => {
    const player = await open();
    await player.moves();
    player.part('hear')!.click();
    player.video.pause();
    await waitUntil(() => player.video.muted, 'is muted again');
    await player.moves();
    expect(player.part('hear')).to.exist;
  });

  it('shows a large button where the browser wants a tap first, and plays with sound in it', async () => {
    const player = await open({ src: '' });
    const browser = refusePlay(player.video);
    player.player.src = player.stream.src;
    await player.becomes('blocked');
    expect(player.part('play')!.textContent).to.contain('Tap to play');
    await expect(player.player).to.be.accessible();
    browser.allow();
    player.part('play')!.click();
    await player.moves();
    expect(player.video.muted).to.equal(false);
  });

  it('tells the page of its state, sound and kind of stream', async () => {
    const events: QunPlayerStateEvent[] = [];
    const hear = (event: Event) => events.push(event as QunPlayerStateEvent);
    document.addEventListener('qun-player-state', hear);
    const player = await open();
    await player.moves();
    player.player.unmute();
    await player.player.updateComplete;
    document.removeEventListener('qun-player-state', hear);
    const last = events[events.length - 1]!;
    expect([last.state, last.live, last.muted]).to.deep.equal(['playing', true, false]);
    expect([last.bubbles, last.composed, last.cancelable]).to.deep.equal([true, true, false]);
    expect(player.part('base')!.dataset.state).to.equal('playing');
    expect(player.player.matches(':state(playing)')).to.equal(true);
  });

  it('is paused and played by its buttons, and by a mouse on the picture', async () => {
    const player = await open();
    await player.moves();
    player.named('Pause')!.click();
    await player.becomes('paused');
    await expect(player.player).to.be.accessible();
    player.named('Play')!.click();
    await player.moves();
    player.tapPicture('mouse');
    await player.becomes('paused');
    player.part('play')!.click();
    await player.moves();
  });

  it('shows and hides its controls at a finger on the picture', async () => {
    const player = await open();
    await player.moves();
    const away = () => player.part('controls')!.classList.contains('away');
    const before = away();
    player.tapPicture('touch');
    await player.player.updateComplete;
    expect(away()).to.equal(!before);
    expect(player.player.state).to.equal('playing');
  });

  it('obeys the keyboard', async () => {
    const player = await open();
    await player.moves();
    player.press('k');
    await player.becomes('paused');
    player.press(' ');
    await player.moves();
    player.press('m');
    expect(player.video.muted).to.equal(false);
    player.press('M');
    expect(player.video.muted).to.equal(true);
    expect(player.press('x')).to.equal(true);
    expect(player.press(' ', player.named('Pause'))).to.equal(true);
    player.press('k');
    await player.becomes('paused');
    player.press('l');
    await player.moves();
  });

  it('does not lose a wish to play that follows a pause at once', async () => {
    const player = await open();
    await player.moves();
    player.player.pause();
    void player.player.play();
    await new Promise(resolve => player.video.addEventListener('playing', resolve, { once: true }));
    expect(player.player.state).to.equal('playing');
  });

  it('leaves keys and taps to what stands over the picture', async () => {
    const player = await open();
    const note = document.createElement('button');
    note.textContent = 'A note';
    player.player.append(note);
    await player.moves();
    player.press('k', note);
    note.click();
    await player.player.updateComplete;
    expect(player.player.state).to.equal('playing');
    const slot = player.player.renderRoot.querySelector<HTMLSlotElement>('slot:not([name])')!;
    expect(slot.assignedElements()).to.deep.equal([note]);
  });

  it('marks the live edge, and leads back to it', async () => {
    const player = await open();
    await player.moves();
    expect(player.part('live')!.textContent).to.contain('LIVE');
    player.named('Pause')!.click();
    await player.becomes('paused');
    player.video.currentTime -= 5;
    player.part('go-live')!.click();
    await player.moves();
    await waitUntil(() => player.part('live') !== null, 'is at the edge', { timeout: 5000 });
  });

  it('plays a recording to its end, and from the beginning again', async () => {
    const player = await open({ src: new LiveStream().recording });
    await player.moves();
    expect(player.part('live')).to.equal(null);
    player.video.currentTime = player.video.duration - 0.3;
    await player.becomes('ended');
    expect(player.part('play')!.textContent).to.contain('Watch again');
    await expect(player.player).to.be.accessible();
    player.part('play')!.click();
    await player.moves();
    expect(player.video.currentTime).to.be.lessThan(3);
  });

  it('does not play the last seconds of a show again that is over', async () => {
    const player = await open();
    await player.moves();
    await player.stream.set('closed', true);
    player.drain();
    await player.becomes('ended');
    expect(player.words).to.contain('Thanks for watching');
    const { currentTime } = player.video;
    player.press('k');
    await player.player.play();
    await player.player.updateComplete;
    expect(player.player.state).to.equal('ended');
    // A browser's clock may still settle by less than a frame, but never goes back.
    expect(player.video.currentTime).to.be.within(currentTime, currentTime + 0.1);
  });

  it('speaks the language of its place, also when that changes', async () => {
    const player = await open();
    await player.moves();
    player.player.lang = 'zh-CN';
    await waitUntil(() => player.part('hear')!.textContent!.includes('点击开启声音'));
    expect(player.named('暂停')).to.exist;
    expect(player.part('live')!.textContent).to.contain('直播中');
    player.player.lang = 'en';
    await waitUntil(() => player.part('hear')!.textContent!.includes('Tap to hear'));
  });

  it('leaves the controls to the page, and keeps what a viewer cannot do without', async () => {
    const player = await open({ withoutControls: true });
    await player.moves();
    expect(player.part('controls')).to.equal(null);
    expect(player.part('hear')).to.exist;
    player.tapPicture('mouse');
    expect(player.press('k')).to.equal(true);
    expect(player.player.state).to.equal('playing');
    player.player.phase = 'interrupted';
    await player.becomes('waiting');
    expect(player.words).to.contain('stepped away');
  });

  it('says when the picture is lost, and when it has given up', async () => {
    const player = await open({ policy: { ...quick, retries: 3 } });
    await player.moves();
    await player.stream.fail('all', 600);
    player.drain();
    await player.becomes('reconnecting');
    expect(player.words).to.contain('Bringing the picture back');
    expect(player.part('message')!.getAttribute('role')).to.equal('status');
    await player.becomes('error');
    expect(player.errors).to.deep.equal(['stream-unreachable']);
    expect(player.words).to.contain('Check your network');
    await expect(player.player).to.be.accessible();
    await player.stream.fail('all', 0);
    player.part('retry')!.click();
    await player.moves();
  });

  it('comes back by itself from a playlist that was out for six seconds', async () => {
    const player = await open({ policy: { ...quick, retries: 30 } });
    await player.moves();
    await player.stream.fail('playlist', 6);
    player.drain();
    await player.becomes('reconnecting');
    await player.moves();
    expect(player.errors).to.deep.equal([]);
  });

  it('offers to try again when the engine did not come', async () => {
    let broken = true;
    const hlsLoader = () =>
      broken
        ? Promise.reject(new TypeError('Failed to fetch'))
        : import('../../media/hls-loader.js').then(m => m.loadHls());
    const player = await open({ policy: quick, hlsLoader });
    await player.becomes('error');
    expect(player.errors).to.deep.equal(['engine-failed']);
    broken = false;
    player.named('Try again')!.click();
    await player.moves();
  });

  it('says when there is nothing it can play', async () => {
    const player = await open({ src: new LiveStream().broken });
    await player.becomes('error');
    expect(player.errors).to.deep.equal(['stream-unsupported']);
    expect(player.part('retry')).to.equal(null);
  });

  it('reports an address that is none, once, and stays idle', async () => {
    const player = await open({ src: 'http://[' });
    await waitUntil(() => player.errors.length > 0);
    player.player.requestUpdate();
    await player.player.updateComplete;
    expect(player.errors).to.deep.equal(['bad-config']);
    expect(player.player.state).to.equal('idle');
  });
});

/** The harness with its methods ready to be taken apart. */
function bound(harness: PlayerHarness) {
  const { player, video, told, errors } = harness;
  return { player, video, told, errors, moves: () => harness.moves() };
}
