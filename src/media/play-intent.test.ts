import { expect } from '@open-wc/testing';
import { PlayIntent } from './play-intent.js';

const refusal = () => Promise.reject(new DOMException('not now', 'NotAllowedError'));

/** A video whose browser answers as told: `play` is the element's own property, so no other one is touched. */
function given(answers: (() => Promise<void>)[]) {
  const video = document.createElement('video');
  const asked: string[] = [];
  video.play = () => {
    asked.push(video.muted ? 'muted' : 'loud');
    return (answers.shift() ?? (() => Promise.resolve()))();
  };
  video.pause = () => undefined;
  const intent = new PlayIntent(video, () => undefined);
  return { video, intent, asked };
}

describe('what is wanted of the picture', () => {
  it('is muted in property and attribute before it plays by itself', () => {
    const { video, intent } = given([]);
    intent.startMuted();
    expect([video.muted, video.hasAttribute('muted'), intent.silenced]).to.deep.equal([true, true, true]);
  });

  it('is tried without sound when sound is refused', async () => {
    const { intent, asked } = given([refusal]);
    intent.want();
    await intent.attempt();
    expect(asked).to.deep.equal(['loud', 'muted']);
    expect([intent.blocked, intent.silenced]).to.deep.equal([false, true]);
  });

  it('is blocked when even that is refused, until a tap', async () => {
    const { intent } = given([refusal, refusal]);
    intent.want();
    await intent.attempt();
    expect(intent.blocked).to.equal(true);
    await intent.attempt();
    expect(intent.blocked).to.equal(false);
  });

  it('does not take a changed source for a refusal', async () => {
    const { intent } = given([() => Promise.reject(new DOMException('new load', 'AbortError'))]);
    intent.want();
    await intent.attempt();
    expect([intent.blocked, intent.wanted]).to.deep.equal([false, true]);
  });

  it('goes on muted when the browser answers an unmute with a pause', () => {
    const { video, intent, asked } = given([]);
    intent.startMuted();
    intent.want();
    intent.unmute();
    expect(video.muted).to.equal(false);
    intent.onPause();
    expect([video.muted, intent.wanted, intent.silenced]).to.deep.equal([true, true, true]);
    expect(asked).to.deep.equal(['muted']);
  });

  it("takes another pause for the viewer's: headphones, a media key", () => {
    const { intent } = given([]);
    intent.want();
    intent.onPause();
    expect(intent.wanted).to.equal(false);
  });

  it('stands while it is held, and remembers what was wanted', () => {
    const { intent, asked } = given([]);
    intent.want();
    intent.hold();
    intent.onPause();
    expect([intent.wanted, intent.moving]).to.deep.equal([true, false]);
    intent.release();
    expect(asked).to.deep.equal(['loud']);
  });

  it('is silent by choice once the viewer muted it', () => {
    const { intent } = given([]);
    intent.startMuted();
    intent.mute();
    expect(intent.silenced).to.equal(false);
  });

  describe('inside WeChat', () => {
    const bridge = window as { WeixinJSBridge?: unknown };
    const agent = navigator.userAgent;
    beforeEach(() =>
      Object.defineProperty(navigator, 'userAgent', {
        value: `${agent} MicroMessenger/8.0`,
        configurable: true,
      }),
    );
    afterEach(() => {
      delete (navigator as { userAgent?: string }).userAgent;
      delete bridge.WeixinJSBridge;
    });

    it('asks its bridge, which plays where a page may not, once', async () => {
      const { intent, asked } = given([refusal, refusal, refusal]);
      let calls = 0;
      bridge.WeixinJSBridge = {
        invoke: (_method: string, _data: object, answer: () => void) => {
          calls += 1;
          answer();
        },
      };
      intent.startMuted();
      intent.want();
      await intent.attempt();
      await Promise.resolve();
      expect([calls, asked.length]).to.deep.equal([1, 2]);
    });

    it('waits for a bridge that is not ready', async () => {
      const { intent, asked } = given([refusal]);
      intent.startMuted();
      intent.want();
      await intent.attempt();
      expect(asked.length).to.equal(1);
      document.dispatchEvent(new Event('WeixinJSBridgeReady'));
      expect(asked.length).to.equal(2);
      document.dispatchEvent(new Event('WeixinJSBridgeReady'));
      expect(asked.length).to.equal(2);
    });
  });
});
