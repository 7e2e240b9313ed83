import { expect, fixtureCleanup, nextFrame, waitUntil } from '@open-wc/testing';
import { openStage } from '../../../../test/fixtures/comfort-stage.js';
import { watchListeners } from '../../../../test/fixtures/watch-listeners.js';
import { roomOf } from '../../../../test/fixtures/show.js';

const { mediaSession } = navigator;

/** The system's buttons, as the browser would press them: handlers are this one object's own property while a test looks. */
function watchActions(): {
  pressed(action: string, details?: object): boolean;
  set(): string[];
  stop(): void;
} {
  const handlers = new Map<string, MediaSessionActionHandler>();
  mediaSession.setActionHandler = (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
    if (handler) handlers.set(action, handler);
    else handlers.delete(action);
  };
  return {
    pressed: (action, details = {}) => {
      handlers.get(action)?.({ action: action as MediaSessionAction, ...details });
      return handlers.has(action);
    },
    set: () => [...handlers.keys()].sort(),
    stop: () => delete (mediaSession as { setActionHandler?: unknown }).setActionHandler,
  };
}

describe('what the system shows of a player', () => {
  let actions: ReturnType<typeof watchActions>;
  beforeEach(() => (actions = watchActions()));
  afterEach(() => {
    fixtureCleanup();
    actions.stop();
    mediaSession.metadata = null;
  });

  it('is the room’s show and host', async () => {
    const room = roomOf();
    await openStage({ room });
    expect(mediaSession.metadata).to.include({ title: 'Spring tea', artist: 'Qing' });
    expect(mediaSession.metadata!.artwork[0]!.src).to.equal(
      new URL('/demo/media/poster.webp', location.href).href,
    );
    expect(mediaSession.playbackState).to.equal('playing');
  });

  it('is the page where there is no room', async () => {
    document.title = 'A tea shop';
    await openStage();
    expect(mediaSession.metadata).to.include({ title: 'A tea shop', artist: location.hostname });
  });

  it('plays and pauses, and seeks only where there is something to seek', async () => {
    const stage = await openStage();
    expect(actions.set()).to.eql(['pause', 'play']);
    actions.pressed('pause');
    await stage.say({ state: 'paused', playing: false });
    expect(mediaSession.playbackState).to.equal('paused');
    actions.pressed('play');
    expect(stage.asked).to.eql(['pause', 'play']);
    await stage.say({ state: 'playing', playing: true, live: false, span: { start: 0, end: 600 } });
    expect(actions.set()).to.eql(['pause', 'play', 'seekbackward', 'seekforward', 'seekto']);
    actions.pressed('seekforward', { seekOffset: 30 });
    actions.pressed('seekto', { seekTime: 77 });
    expect(stage.asked.slice(2)).to.eql(['seek 30', 'seek 77']);
    await stage.say({ live: true, span: { start: 0, end: 12 } });
    expect(actions.set()).to.eql(['pause', 'play']);
  });

  it('seeks in what a live stream keeps', async () => {
    const stage = await openStage({ span: { start: 1000, end: 1300 } });
    actions.pressed('seekto', { seekTime: 20 });
    expect(stage.asked).to.eql(['seek 1020']);
  });

  it('leaves alone a page that says itself what plays', async () => {
    const metadata = (mediaSession.metadata = new MediaMetadata({ title: 'The page’s own' }));
    const stage = await openStage();
    expect(mediaSession.metadata).to.equal(metadata);
    expect(actions.set()).to.eql([]);
    stage.remove();
    expect(mediaSession.metadata).to.equal(metadata);
  });

  it('leaves to the page what it has said meanwhile', async () => {
    const stage = await openStage();
    const metadata = (mediaSession.metadata = new MediaMetadata({ title: 'The page’s own' }));
    mediaSession.setActionHandler('play', () => undefined);
    await stage.say({});
    stage.remove();
    expect(mediaSession.metadata).to.equal(metadata);
    expect(actions.set()).to.include('play');
  });

  it('is of the one that is heard, and then of the one before', async () => {
    const first = await openStage({ room: roomOf() });
    const second = await openStage();
    second.video.muted = false;
    await second.say({});
    actions.pressed('pause');
    expect([first.asked, second.asked]).to.eql([[], ['pause']]);
    // A silent one takes nothing from one that is heard.
    await first.say({});
    actions.pressed('pause');
    expect(first.asked).to.eql([]);
    second.remove();
    expect(mediaSession.metadata!.title).to.equal('Spring tea');
    actions.pressed('pause');
    expect(first.asked).to.eql(['pause']);
  });

  it('leaves nothing', async () => {
    const stage = await openStage({ live: false, span: { start: 0, end: 600 } });
    const watched = watchListeners(document, window, stage.video);
    await stage.say({});
    stage.remove();
    watched.stop();
    expect(watched.left()).to.eql([]);
    expect(mediaSession.metadata).to.equal(null);
    expect(mediaSession.playbackState).to.equal('none');
    expect(actions.set()).to.eql([]);
  });
});

describe('the screen', () => {
  interface Lock {
    released: boolean;
    release(): Promise<void>;
  }
  let locks: Lock[];
  let refuse: boolean;

  beforeEach(() => {
    locks = [];
    refuse = false;
    const request = () => {
      if (refuse) return Promise.reject(new DOMException('battery', 'NotAllowedError'));
      const lock: Lock = {
        released: false,
        release() {
          lock.released = true;
          return Promise.resolve();
        },
      };
      locks.push(lock);
      return Promise.resolve(lock);
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  });
  afterEach(() => {
    fixtureCleanup();
    delete (navigator as { wakeLock?: unknown }).wakeLock;
  });

  const held = () => locks.filter(({ released }) => !released).length;

  it('stays on while the picture moves, and no longer', async () => {
    const stage = await openStage();
    await waitUntil(() => held() === 1);
    await stage.say({});
    await stage.say({ state: 'paused' });
    expect([held(), locks.length]).to.eql([0, 1]);
    await stage.say({ state: 'playing' });
    await waitUntil(() => held() === 1);
    stage.remove();
    expect(held()).to.equal(0);
  });

  it('is asked to stay on again when the page is seen again', async () => {
    await openStage();
    await waitUntil(() => held() === 1);
    locks[0]!.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => held() === 1);
  });

  it('may go dark, and is asked again later', async () => {
    refuse = true;
    const stage = await openStage();
    await nextFrame();
    refuse = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => held() === 1);
    stage.remove();
    document.dispatchEvent(new Event('visibilitychange'));
    await nextFrame();
    expect([held(), locks.length]).to.eql([0, 1]);
  });

  it('is let go of even where the lock came late', async () => {
    const stage = await openStage();
    stage.remove();
    await waitUntil(() => locks.length === 1);
    await waitUntil(() => held() === 0);
  });
});
