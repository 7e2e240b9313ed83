import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../test/fixtures/live-stream.js';
import type { RefreshUrl } from './address-refresh.js';
import type { QunError } from '../protocol/index.js';
import type { HlsConstructor, HlsLoader } from './hls-loader.js';
import { PlayIntent } from './play-intent.js';
import { defaultPolicy, type PlaybackPolicy } from './playback-policy.js';
import { Playback, type PlaybackStatus } from './playback.js';
import { createVideo } from './video-element.js';

/** Everything waits a fraction of what it does for viewers. */
const quick: Partial<PlaybackPolicy> = {
  bufferingAfterMs: 100,
  reconnectingAfterMs: 600,
  retryMinMs: 200,
  retryMaxMs: 400,
  lookMs: [300],
  requestRetries: 1,
  requestRetryMs: 200,
  requestRetryMaxMs: 200,
  tickMs: 250,
  frozenMs: 3000,
};

interface Stage {
  stream: LiveStream;
  video: HTMLVideoElement;
  intent: PlayIntent;
  playback: Playback;
  statuses: PlaybackStatus[];
  errors: QunError[];
  until(status: PlaybackStatus): Promise<void>;
  moves(): Promise<void>;
  /** Plays what is buffered in an instant, so that a fault is felt at once. */
  drain(): void;
}

const open: Playback[] = [];

/** A playback in a page, wanted to move. */
function stage(
  policy: Partial<PlaybackPolicy> = {},
  hlsLoader?: HlsLoader,
  stream = new LiveStream(),
  refreshUrl?: RefreshUrl,
): Stage {
  const video = createVideo();
  document.body.append(video);
  const statuses: PlaybackStatus[] = [];
  const errors: QunError[] = [];
  const changed = () => {
    const status = playback?.status;
    if (status && status !== statuses[statuses.length - 1]) statuses.push(status);
  };
  let playback: Playback | undefined = undefined as Playback | undefined;
  const intent = new PlayIntent(video, changed);
  intent.startMuted();
  intent.want();
  const src = new URL(stream.src, location.href).href;
  const failed = (error: QunError) => errors.push(error);
  playback = new Playback({
    ...{ video, intent, src, changed, failed, hlsLoader, refreshUrl },
    policy: { ...defaultPolicy, ...quick, ...policy },
  });
  open.push(playback);
  const made = playback;
  const timeout = { timeout: 20_000 };
  return {
    ...{ stream, video, intent, playback, statuses, errors },
    until: status =>
      waitUntil(() => made.status === status, `becomes ${status}: ${statuses.join()}`, timeout),
    drain: () => {
      const { buffered } = video;
      video.currentTime = buffered.end(buffered.length - 1) - 0.4;
    },
    moves: async () => {
      await waitUntil(() => made.status === 'playing', `plays: ${statuses.join()}`, timeout);
      const from = video.currentTime;
      await waitUntil(() => video.currentTime > from && !video.paused, 'moves', timeout);
    },
  };
}

describe('a playback', function () {
  this.timeout(40_000);

  afterEach(() => {
    for (const playback of open.splice(0)) playback.destroy();
    for (const video of document.querySelectorAll('video')) video.remove();
  });

  it('shows a live picture', async () => {
    const { playback, statuses, moves } = stage();
    await moves();
    expect(playback.live).to.equal(true);
    expect(playback.pictured).to.equal(true);
    expect(statuses).to.deep.equal(['loading', 'playing']);
  });

  it('comes back from an outage longer than its buffer', async () => {
    const { stream, until, moves, drain, errors } = stage({ retries: 100 });
    await moves();
    await stream.fail('all', 600);
    drain();
    await until('reconnecting');
    await stream.fail('all', 0);
    await moves();
    expect(errors).to.deep.equal([]);
  });

  it('asks at most once a second while the stream is out', async () => {
    const { stream, until, moves, drain } = stage({
      retryMinMs: 1000,
      retries: 100,
      requestRetries: defaultPolicy.requestRetries,
      requestRetryMs: defaultPolicy.requestRetryMs,
      requestRetryMaxMs: defaultPolicy.requestRetryMaxMs,
    });
    await moves();
    await stream.fail('playlist', 600);
    drain();
    await until('reconnecting');
    const before = await stream.asked();
    const since = performance.now();
    await waitUntil(async () => (await stream.asked()).playlist >= before.playlist + 3, 'asks', {
      timeout: 20_000,
      interval: 500,
    });
    expect((performance.now() - since) / 1000).to.be.greaterThan(2);
  });

  it('says so after its last attempt, and comes back when asked', async () => {
    const { stream, playback, until, moves, drain, errors } = stage({ retries: 1 });
    await moves();
    await stream.fail('all', 600);
    drain();
    await until('error');
    expect(errors.map(({ code }) => code)).to.deep.equal(['stream-unreachable']);
    await stream.fail('all', 0);
    playback.retry();
    await moves();
    expect(playback.error).to.equal(undefined);
  });

  it('comes back by itself when the network does', async () => {
    const { stream, until, moves, drain } = stage({ retries: 1 });
    await moves();
    await stream.fail('all', 600);
    drain();
    await until('error');
    await stream.fail('all', 0);
    window.dispatchEvent(new Event('online'));
    await moves();
  });

  it('follows a packager that counts from the beginning again', async () => {
    const { stream, moves, video } = stage();
    await moves();
    let opened = 0;
    video.addEventListener('emptied', () => (opened += 1));
    await stream.restart();
    await waitUntil(() => opened > 0, 'is opened anew', { timeout: 20_000 });
    await moves();
  });

  it('waits for the host while the playlist stands still, and goes on with it', async () => {
    const { stream, until, moves, drain } = stage();
    await moves();
    await stream.set('freeze', true);
    drain();
    await until('waiting');
    await stream.set('freeze', false);
    await moves();
  });

  it('looks for a frozen stream from its top, and does not play its last seconds again', async () => {
    const { stream, until, moves, drain } = stage({ frozenLookMs: 4000 });
    await moves();
    await stream.set('freeze', true);
    drain();
    await until('waiting');
    const { master } = await stream.asked();
    await waitUntil(async () => (await stream.asked()).master > master + 1, 'looks', { timeout: 20_000 });
    await stream.set('freeze', false);
    await moves();
  });

  it('waits for a stream that is not there yet', async () => {
    const stream = new LiveStream();
    await stream.set('missing', true);
    const { playback, until, moves } = stage({}, undefined, stream);
    await until('waiting');
    expect(playback.unborn).to.equal(true);
    await stream.set('missing', false);
    await moves();
  });

  it('is over when the playlist was closed and nobody says otherwise', async () => {
    const { stream, playback, until, moves, drain, statuses } = stage();
    await moves();
    await stream.set('closed', true);
    drain();
    await until('ended');
    expect(playback.closed).to.equal(true);
    expect(statuses).not.to.include('waiting');
  });

  it('keeps looking when the room says that the show goes on', async () => {
    const { stream, playback, until, moves, drain } = stage();
    playback.expectsLive = true;
    await moves();
    await stream.set('closed', true);
    drain();
    await until('waiting');
    await stream.set('closed', false);
    await moves();
  });

  it('takes the word of a room that says so later', async () => {
    const { stream, playback, until, moves, drain } = stage();
    await moves();
    await stream.set('closed', true);
    drain();
    await until('ended');
    playback.expectsLive = true;
    expect(playback.status).to.equal('waiting');
    playback.expectsLive = false;
    expect(playback.status).to.equal('ended');
  });

  it('goes on where it was when the page has a fresh address', async () => {
    const stream = new LiveStream();
    const asked: string[] = [];
    const refreshUrl = (refused: string) =>
      stream.fail('all', 0).then(() => `${refused}?token=${asked.push(refused)}`);
    const { statuses, errors, moves, video } = stage({}, undefined, stream, refreshUrl);
    await moves();
    let emptied = 0;
    video.addEventListener('emptied', () => (emptied += 1));
    await stream.fail('all', 600, 403);
    await waitUntil(() => asked.length > 0, 'asks the page', { timeout: 20_000 });
    await LiveStream.published(2);
    await moves();
    expect([asked.length, emptied]).to.deep.equal([1, 0]);
    expect(asked[0]).to.match(/master\.m3u8$/);
    expect(errors).to.deep.equal([]);
    expect(statuses).not.to.include('error');
  });

  it('begins with a fresh address when the first one was too old', async () => {
    const stream = new LiveStream();
    await stream.fail('all', 600, 403);
    const refreshUrl = (refused: string) => stream.fail('all', 0).then(() => refused);
    const { errors, moves } = stage({}, undefined, stream, refreshUrl);
    await moves();
    expect(errors).to.deep.equal([]);
  });

  it('believes a refusal that fresh addresses do not mend', async () => {
    const stream = new LiveStream();
    await stream.fail('all', 600, 403);
    const asked: string[] = [];
    const refreshUrl = (refused: string) => `${refused}?${asked.push(refused)}`;
    const { until, errors } = stage({}, undefined, stream, refreshUrl);
    await until('error');
    expect(errors.map(({ code }) => code)).to.deep.equal(['stream-refused']);
    expect(asked.length).to.equal(2);
  });

  it('takes a refusal in the middle of a show for a mistake, for a while', async () => {
    const { stream, until, moves, drain, errors } = stage({ retries: 100 });
    await moves();
    await stream.fail('all', 600, 403);
    drain();
    await until('reconnecting');
    await stream.fail('all', 0);
    await moves();
    expect(errors).to.deep.equal([]);
  });

  it('stops at a refusal', async () => {
    const stream = new LiveStream();
    await stream.fail('all', 600, 403);
    const { until, errors } = stage({}, undefined, stream);
    await until('error');
    expect(errors.map(({ code }) => code)).to.deep.equal(['stream-refused']);
    const { master } = await stream.asked();
    expect(master).to.equal(1);
  });

  it('fetches an engine that did not come once more', async () => {
    let tries = 0;
    const { moves } = stage({}, () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : import('hls.js/light');
    });
    await moves();
    expect(tries).to.equal(2);
  });

  it('says so when no engine comes', async () => {
    const { until, errors } = stage({ retries: 1 }, () =>
      Promise.reject<{ default: HlsConstructor }>(new TypeError('no')),
    );
    await until('error');
    expect(errors.map(({ code }) => code)).to.deep.equal(['engine-failed']);
  });

  it('stops loading a picture that was paused for long, and returns to the edge', async () => {
    const { stream, playback, intent, until, moves } = stage({ suspendAfterMs: 200 });
    await moves();
    intent.pause();
    await until('paused');
    await LiveStream.published(1);
    const { playlist } = await stream.asked();
    await LiveStream.published(3);
    expect((await stream.asked()).playlist).to.equal(playlist);
    intent.want();
    await intent.attempt();
    await moves();
    await waitUntil(() => !playback.behind, 'is at the edge', { timeout: 10_000 });
  });

  it('is back at the edge after the page was hidden, and begins anew after it was hidden for long', async () => {
    const { stream, playback, video, moves } = stage({ hiddenResyncMs: -1, resyncAfterMs: 60_000 });
    await moves();
    video.currentTime -= 5;
    await waitUntil(() => playback.behind, 'is behind', { timeout: 5000 });
    hide();
    expect(playback.behind).to.equal(false);
    await moves();
    const { master } = await stream.asked();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(async () => (await stream.asked()).master > master, 'begins anew', { timeout: 5000 });
    await moves();
  });

  it('returns to the edge by itself when it fell behind, unless the viewer chose to', async () => {
    const { playback, intent, video, moves } = stage({ resyncAfterMs: 300, resyncEveryMs: 0 });
    await moves();
    video.currentTime -= 5;
    await waitUntil(() => playback.behind, 'is behind', { timeout: 5000 });
    await waitUntil(() => !playback.behind, 'is back', { timeout: 5000 });
    const pause = new Promise(resolve => video.addEventListener('pause', resolve, { once: true }));
    intent.pause();
    await pause;
    video.currentTime -= 5;
    intent.want();
    await intent.attempt();
    await moves();
    await LiveStream.published(1);
    expect(playback.behind).to.equal(true);
    playback.seekToLive();
    expect(playback.behind).to.equal(false);
  });

  it('has its decoder repaired when it hangs on media it has', async () => {
    const { video, moves, statuses } = stage({ tickMs: 100, stuckMs: 300 });
    await moves();
    const emptied = new Promise(resolve => video.addEventListener('emptied', resolve, { once: true }));
    video.playbackRate = 0;
    await emptied;
    video.playbackRate = 1;
    await moves();
    expect(statuses).to.include('buffering');
  });

  it('leaves nothing behind', async () => {
    const { stream, playback, video, moves } = stage();
    await moves();
    playback.destroy();
    expect(video.hasAttribute('src')).to.equal(false);
    await waitUntil(() => video.networkState === HTMLMediaElement.NETWORK_EMPTY);
    const before = await stream.asked();
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    await LiveStream.published(2);
    expect(await stream.asked()).to.deep.equal(before);
  });

  it('that is let go before its engine came never touches the video', async () => {
    let bring: (hls: { default: HlsConstructor }) => void = () => undefined;
    const { playback, video, stream } = stage({}, () => new Promise(resolve => (bring = resolve)));
    playback.destroy();
    bring(await import('hls.js/light'));
    await stream.asked();
    expect(video.hasAttribute('src')).to.equal(false);
    expect((await stream.asked()).master).to.equal(0);
  });
});

/** The page is hidden, and seen again. */
function hide(): void {
  for (const value of ['hidden', 'visible']) {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  delete (document as { visibilityState?: unknown }).visibilityState;
}
