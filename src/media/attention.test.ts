import { expect } from '@open-wc/testing';
import { Attention } from './attention.js';
import { defaultPolicy } from './playback-policy.js';

/** What the page would say of itself; its own property for as long as a test wants it. */
function visibility(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function attend({ paused = false, muted = true, policy = {} } = {}) {
  const video = Object.assign(new EventTarget(), { paused, muted });
  const heard: string[] = [];
  let next: () => void = () => undefined;
  const hear = (what: string) => {
    heard.push(what);
    next();
  };
  const attention = new Attention(
    video as unknown as HTMLVideoElement,
    {
      tick: () => hear('tick'),
      rest: () => hear('rest'),
      shown: ms => hear(ms === Infinity ? 'from the cache' : 'shown'),
      online: () => hear('online'),
    },
    { ...defaultPolicy, tickMs: 1, suspendAfterMs: 1, ...policy },
  );
  attention.pace();
  return { attention, video, heard, heardNext: () => new Promise<void>(resolve => (next = resolve)) };
}

const never = { tickMs: 60_000, suspendAfterMs: 60_000 };

describe('the attention a video gets', () => {
  afterEach(() => delete (document as { visibilityState?: unknown }).visibilityState);

  it('is a look now and then while it plays', async () => {
    const { attention, heard, heardNext } = attend();
    await heardNext();
    await heardNext();
    attention.stop();
    expect(heard).to.deep.equal(['tick', 'tick']);
  });

  it('ends in rest when it was paused for long', async () => {
    const { attention, heard, heardNext } = attend({ paused: true });
    await heardNext();
    attention.stop();
    expect(heard).to.deep.equal(['rest']);
  });

  it('ends in rest in a hidden page too, unless somebody listens', async () => {
    visibility('hidden');
    const silent = attend();
    await silent.heardNext();
    silent.attention.stop();
    expect(silent.heard).to.deep.equal(['rest']);

    const loud = attend({ muted: false });
    const other = attend();
    await other.heardNext();
    loud.attention.stop();
    other.attention.stop();
    expect(loud.heard).to.deep.equal([]);
  });

  it('notices the return to the page, from the back/forward cache, and of the network', () => {
    const { attention, heard } = attend({ policy: never });
    visibility('hidden');
    visibility('visible');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    window.dispatchEvent(new Event('online'));
    attention.stop();
    expect(heard).to.deep.equal(['shown', 'from the cache', 'online']);
  });

  it('is over when it is over', () => {
    const { attention, heard } = attend({ policy: never });
    attention.stop();
    visibility('hidden');
    visibility('visible');
    window.dispatchEvent(new Event('online'));
    expect(heard).to.deep.equal([]);
  });
});
