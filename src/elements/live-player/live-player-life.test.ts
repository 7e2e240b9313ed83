import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { PlayerHarness } from '../../../test/fixtures/player-harness.js';
import type { HlsLoader } from '../../media/hls-loader.js';
import '../../define/qun-live-player.js';
import type { QunLivePlayer } from './live-player.js';

/** An engine that is on its way until the test lets it come: one arrival for each time it was asked for. */
function late(): { hlsLoader: HlsLoader; arrivals: (() => void)[] } {
  const arrivals: (() => void)[] = [];
  const hlsLoader: HlsLoader = async () => {
    await new Promise<void>(resolve => arrivals.push(resolve));
    return (await import('../../media/hls-loader.js')).loadHls();
  };
  return { hlsLoader, arrivals };
}

/** Counts how often the engine is fetched. */
function counted(): { hlsLoader: HlsLoader; fetched(): number } {
  let count = 0;
  return {
    hlsLoader: () => {
      count += 1;
      return import('../../media/hls-loader.js').then(engine => engine.loadHls());
    },
    fetched: () => count,
  };
}

function make(more: Partial<QunLivePlayer>): PlayerHarness {
  const player = Object.assign(document.createElement('qun-live-player'), more);
  player.style.height = '480px';
  player.style.width = '270px';
  return new PlayerHarness(player);
}

/** Everything that was to happen at once has happened: two frames, and what they began. */
const settled = async () => {
  for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
};

describe('the life of a qun-live-player', function () {
  this.timeout(40_000);

  it('costs nothing with preload="none", until somebody asks to play', async () => {
    const stream = new LiveStream();
    const { hlsLoader, fetched } = counted();
    const player = make({ src: stream.src, preload: 'none', hlsLoader });
    await fixture(html`<div>${player.player}</div>`);
    await settled();
    expect(fetched()).to.equal(0);
    expect((await stream.asked()).master).to.equal(0);
    expect(player.part('play')).to.exist;
    player.part('play')!.click();
    await player.moves();
    expect(fetched()).to.equal(1);
  });

  it('waits for the viewport with its engine, unless it is asked to play', async () => {
    const stream = new LiveStream();
    const { hlsLoader, fetched } = counted();
    const player = make({ src: stream.src, autoplay: true, hlsLoader });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.paddingTop = '5000px';
    place.append(player.player);
    await settled();
    expect(fetched()).to.equal(0);
    expect(player.player.state).to.equal('idle');
    place.style.paddingTop = '0';
    await player.moves();
    expect(fetched()).to.equal(1);
  });

  it('begins far from the viewport when asked', async () => {
    const player = make({ src: new LiveStream().src, muted: true });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.paddingTop = '5000px';
    place.append(player.player);
    await settled();
    void player.player.play();
    await player.moves();
    expect(player.video.muted).to.equal(true);
  });

  it('begins at once where the browser knows no IntersectionObserver', async () => {
    const known = window.IntersectionObserver;
    Object.defineProperty(window, 'IntersectionObserver', {
      value: undefined,
      configurable: true,
      writable: true,
    });
    try {
      const player = make({ src: new LiveStream().src, autoplay: true });
      await fixture(html`<div>${player.player}</div>`);
      await player.moves();
    } finally {
      Object.defineProperty(window, 'IntersectionObserver', {
        value: known,
        configurable: true,
        writable: true,
      });
    }
  });

  it('plays the last of several sources, and asks the others for nothing once they are gone', async () => {
    const [first, second, third] = [new LiveStream(), new LiveStream(), new LiveStream()];
    const player = make({ src: first.src, autoplay: true });
    await fixture(html`<div>${player.player}</div>`);
    await player.moves();
    player.player.src = second.src;
    player.player.src = third.src;
    await player.player.updateComplete;
    await player.moves();
    expect((await second.asked()).master).to.equal(0);
    expect((await third.asked()).master).to.equal(1);
    const before = await first.asked();
    await LiveStream.published(2);
    expect(await first.asked()).to.deep.equal(before);
  });

  it('moves before its engine has come, and goes on without a stir when it has', async () => {
    const stream = new LiveStream();
    const { hlsLoader, arrivals } = late();
    const player = make({ src: stream.src, autoplay: true, hlsLoader });
    await fixture(html`<div>${player.player}</div>`);
    await player.moves();
    const emptied: Event[] = [];
    player.video.addEventListener('emptied', event => emptied.push(event));
    expect((await stream.asked()).segment, 'its beginning and one segment').to.equal(2);
    const source = player.video.src;
    await waitUntil(() => arrivals.length === 1, 'asks for its engine', { timeout: 20_000 });
    arrivals[0]!();
    const { currentTime } = player.video;
    await waitUntil(() => player.video.currentTime > currentTime + 3, 'goes on', { timeout: 20_000 });
    expect([player.video.src, emptied]).to.deep.equal([source, []]);
    expect(player.errors).to.deep.equal([]);
  });

  it('plays the right source when another comes while the engine is on its way', async () => {
    const [first, second] = [new LiveStream(), new LiveStream()];
    const { hlsLoader, arrivals } = late();
    const player = make({ src: first.src, autoplay: true, hlsLoader });
    await fixture(html`<div>${player.player}</div>`);
    await waitUntil(() => arrivals.length === 1);
    player.player.src = second.src;
    await waitUntil(() => arrivals.length === 2);
    for (const arrive of arrivals.reverse()) arrive();
    await player.moves();
    expect([(await first.asked()).master, (await second.asked()).master]).to.deep.equal([1, 1]);
  });

  it('keeps the sound a viewer asked for when the source changes', async () => {
    const player = make({ src: new LiveStream().src, autoplay: true });
    await fixture(html`<div>${player.player}</div>`);
    await player.moves();
    player.player.unmute();
    const { length } = player.told;
    player.player.src = new LiveStream().src;
    await waitUntil(() => player.told.slice(length).includes('loading'), 'begins anew', { timeout: 20_000 });
    await player.moves();
    expect(player.video.muted).to.equal(false);
  });

  it('goes on when it is moved within the page', async () => {
    const stream = new LiveStream();
    const player = make({ src: stream.src, autoplay: true });
    const place = await fixture<HTMLElement>(html`<div><p></p></div>`);
    place.append(player.player);
    await player.moves();
    place.querySelector('p')!.append(player.player);
    await settled();
    await player.moves();
    expect((await stream.asked()).master).to.equal(1);
  });

  it('leaves nothing behind when it is removed, and begins anew when it returns', async () => {
    const stream = new LiveStream();
    const player = make({ src: stream.src, autoplay: true });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(player.player);
    await player.moves();
    player.player.remove();
    await waitUntil(() => player.video.networkState === HTMLMediaElement.NETWORK_EMPTY);
    expect(player.video.hasAttribute('src')).to.equal(false);
    const before = await stream.asked();
    await LiveStream.published(2);
    expect(await stream.asked()).to.deep.equal(before);
    place.append(player.player);
    await player.moves();
  });

  it('that is removed while its engine is on its way asks for nothing any more', async () => {
    const stream = new LiveStream();
    const { hlsLoader, arrivals } = late();
    const player = make({ src: stream.src, autoplay: true, hlsLoader });
    await fixture(html`<div>${player.player}</div>`);
    await waitUntil(() => player.told.some(state => state !== 'idle'));
    player.player.remove();
    arrivals[0]?.();
    await settled();
    const before = await stream.asked();
    await LiveStream.published(2);
    expect(await stream.asked()).to.deep.equal(before);
    expect(player.video.hasAttribute('src')).to.equal(false);
  });

  it('comes and goes a hundred times', async () => {
    const stream = new LiveStream();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const heard = countListeners();
    try {
      const before = heard.open();
      for (let i = 0; i < 100; i += 1) {
        const { player } = make({ src: stream.src, autoplay: true });
        place.append(player);
        await player.updateComplete;
        if (i % 10 === 0) await settled();
        player.remove();
        await Promise.resolve();
      }
      await settled();
      expect(heard.open()).to.equal(before);
    } finally {
      heard.stop();
    }
    const asked = await stream.asked();
    await LiveStream.published(2);
    expect(await stream.asked()).to.deep.equal(asked);
  });

  it('comes and goes a hundred times with its settings open, and with the window filled', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const heard = countListeners();
    try {
      const before = heard.open();
      for (let i = 0; i < 100; i += 1) {
        const { player } = make({ src: new LiveStream().src, preload: 'none' });
        place.append(player);
        await player.openSettings();
        if (i % 2) await player.toggleFullscreen('page');
        await player.updateComplete;
        expect(heard.open()).to.be.greaterThan(before);
        player.remove();
        await Promise.resolve();
        expect(
          player.renderRoot.querySelector('[popover]') === null && !player.hasAttribute('popover'),
        ).to.equal(true);
      }
      await settled();
      expect(heard.open()).to.equal(before);
    } finally {
      heard.stop();
    }
  });

  it('honours what was set before it was upgraded', async () => {
    const element = document.createElement('qun-late-player') as QunLivePlayer;
    const stream = new LiveStream();
    element.src = stream.src;
    element.autoplay = true;
    element.style.height = '300px';
    await fixture(html`<div>${element}</div>`);
    const { QunLivePlayer } = await import('./live-player.js');
    customElements.define('qun-late-player', class extends QunLivePlayer {});
    const player = new PlayerHarness(element);
    await player.moves();
  });

  it('is idle with nothing to play', async () => {
    const player = make({});
    await fixture(html`<div>${player.player}</div>`);
    await settled();
    expect(player.player.state).to.equal('idle');
    expect(player.part('play')).to.equal(null);
    expect(player.part('controls')).to.equal(null);
    await expect(player.player).to.be.accessible();
    fixtureCleanup();
  });
});

/** Listeners that stand on window and document, counted at the two objects themselves. */
function countListeners(): { open(): number; stop(): void } {
  let open = 0;
  const targets = [window, document] as const;
  for (const target of targets) {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    target.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      open += 1;
      addEventListener.apply(this, args);
    } as typeof target.addEventListener;
    target.removeEventListener = function (
      this: EventTarget,
      ...args: Parameters<typeof removeEventListener>
    ) {
      open -= 1;
      removeEventListener.apply(this, args);
    } as typeof target.removeEventListener;
  }
  return {
    open: () => open,
    stop: () => {
      for (const target of targets) {
        delete (target as { addEventListener?: unknown }).addEventListener;
        delete (target as { removeEventListener?: unknown }).removeEventListener;
      }
    },
  };
}
