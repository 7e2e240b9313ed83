import { expect, fixtureCleanup, nextFrame, waitUntil } from '@open-wc/testing';
import {
  frames,
  openStage,
  scrollAway,
  scrollBack,
  type ComfortStage,
} from '../../../../test/fixtures/comfort-stage.js';
import { watchListeners } from '../../../../test/fixtures/watch-listeners.js';

const key = (target: HTMLElement, name: string): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );

/** A finger on the small picture that moves by so much, in steps that a test's clock can tell apart. */
async function drag(stage: ComfortStage, x: number, y: number): Promise<void> {
  const handle = stage.find('.mini-back')!;
  const { left, top } = handle.getBoundingClientRect();
  const finger = (type: string, part: number) =>
    handle.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        isPrimary: true,
        button: 0,
        clientX: left + 20 + x * part,
        clientY: top + 20 + y * part,
        bubbles: true,
        composed: true,
      }),
    );
  finger('pointerdown', 0);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    finger('pointermove', part);
    await nextFrame();
  }
  finger('pointerup', 1);
  handle.click();
}

describe('the mini-player', () => {
  beforeEach(() => window.scrollTo(0, 0));
  afterEach(() => {
    fixtureCleanup();
    window.scrollTo(0, 0);
  });

  it('goes to a corner with its video when it is scrolled away, and back', async () => {
    const stage = await openStage();
    const tall = document.documentElement.scrollHeight;
    const { offsetHeight } = stage;
    await scrollAway(stage);
    expect(stage.corner).to.equal('bottom right');
    expect(stage.video.parentElement).to.equal(stage.box);
    const { right, bottom, width, height } = stage.box.getBoundingClientRect();
    expect(Math.round(innerWidth - right)).to.equal(12);
    expect(Math.round(innerHeight - bottom)).to.equal(12);
    expect(Math.round((width / height) * 100)).to.equal(56);
    // Nothing in the page has moved, and the poster stands in for the picture.
    expect([document.documentElement.scrollHeight, stage.offsetHeight]).to.eql([tall, offsetHeight]);
    expect(stage.find('.mini-place img')).to.have.attribute('src', '/demo/media/poster.webp');
    await scrollBack(stage);
    expect(stage.find('.mini-place, .mini-face')).to.equal(null);
    expect(stage.box.getAttributeNames().filter(name => name !== 'style')).to.eql(['class']);
    expect(stage.box.offsetHeight).to.equal(offsetHeight);
  });

  it('stays where it is unless it was seen playing', async () => {
    for (const said of [{ mini: false }, { state: 'paused' as const }, { state: 'ended' as const }]) {
      const stage = await openStage(said);
      await frames();
      window.scrollTo(0, 1500);
      await frames();
      expect(stage.corner, JSON.stringify(said)).to.equal(undefined);
      // Begun by the page while nobody saw it.
      if (said.mini === undefined) await stage.say({ state: 'playing' });
      expect(stage.corner).to.equal(undefined);
      fixtureCleanup();
    }
  });

  it('comes home when there is nothing to see any more', async () => {
    const stage = await openStage();
    await scrollAway(stage);
    await stage.say({ state: 'buffering', said: '' });
    expect(stage.find('.mini-said .spin')).to.not.equal(null);
    await stage.say({ state: 'waiting', said: 'The host stepped away' });
    expect(stage.find('.mini-said')).to.have.trimmed.text('The host stepped away');
    expect(stage.corner).to.equal('bottom right');
    await stage.say({ state: 'ended' });
    expect(stage.corner).to.equal(undefined);
  });

  it('pauses when it is closed, and plays on at the edge when it is looked at again', async () => {
    const stage = await openStage();
    await scrollAway(stage);
    stage.named('Close the mini player')!.click();
    expect(stage.corner).to.equal(undefined);
    expect(stage.asked).to.eql(['pause']);
    await stage.say({ state: 'paused', playing: false });
    await frames();
    expect(stage.corner).to.equal(undefined);
    window.scrollTo(0, 0);
    await waitUntil(() => stage.asked.length > 1);
    expect(stage.asked).to.eql(['pause', 'live', 'play']);
  });

  it('has a button for playing and one for sound', async () => {
    const stage = await openStage();
    await scrollAway(stage);
    stage.named('Pause')!.click();
    stage.named('Turn the sound on')!.click();
    expect(stage.asked).to.eql(['toggle', 'sound']);
    await stage.say({ state: 'paused', playing: false });
    expect(stage.corner).to.equal('bottom right');
    expect(stage.named('Play')).to.not.equal(undefined);
  });

  it('moves by arrow keys, closes by escape, and leads back by a tap', async () => {
    const stage = await openStage();
    await scrollAway(stage);
    const handle = stage.named('Back to the video')!;
    handle.focus();
    expect(key(handle, 'ArrowUp')).to.equal(false);
    key(handle, 'ArrowLeft');
    expect(stage.corner).to.equal('top left');
    expect(key(handle, 'm')).to.equal(true);
    handle.click();
    await waitUntil(() => stage.corner === undefined, 'comes home');
    expect(stage.shadowRoot!.activeElement).to.equal(stage.find('.base'));
    window.scrollTo(0, 1500);
    await waitUntil(() => stage.corner === 'top left', 'remembers its corner');
    key(stage.named('Back to the video')!, 'Escape');
    expect(stage.corner).to.equal(undefined);
  });

  it('is dragged to a corner, which is no tap', async () => {
    const stage = await openStage();
    await scrollAway(stage);
    await drag(stage, innerWidth * -0.6, innerHeight * -0.6);
    expect(stage.corner).to.equal('top left');
    expect(stage.box.style.transform).to.equal('');
    await frames();
    expect(window.scrollY).to.equal(1500);
    await drag(stage, 30, 20);
    expect(stage.corner).to.equal('top left');
  });

  it('begins at the other side where one reads from the right', async () => {
    document.documentElement.dir = 'rtl';
    const stage = await openStage();
    await scrollAway(stage);
    document.documentElement.removeAttribute('dir');
    expect(stage.corner).to.equal('bottom left');
  });

  it('speaks the page’s language, and the next one', async () => {
    const stage = await openStage({ language: 'zh-CN' });
    await scrollAway(stage);
    expect(stage.named('关闭小窗')).to.not.equal(undefined);
    expect(stage.named('暂停')).to.not.equal(undefined);
    await stage.say({ language: 'en' });
    expect(stage.named('Close the mini player')).to.not.equal(undefined);
  });

  it('is accessible', async () => {
    const stage = await openStage();
    await scrollAway(stage);
    await expect(stage).to.be.accessible();
  });

  it('is one at a time, the one that went last', async () => {
    const first = await openStage();
    await scrollAway(first);
    const second = await openStage({}, 'position:absolute;top:0;left:300px');
    await frames();
    window.scrollTo(0, 1500);
    await waitUntil(() => first.corner !== undefined || second.corner !== undefined);
    await frames();
    expect([first.corner, second.corner].filter(Boolean)).to.eql(['bottom right']);
  });

  it('goes home for a window of the browser’s own', async () => {
    const stage = await openStage();
    await scrollAway(stage);
    Object.defineProperty(document, 'pictureInPictureElement', { value: stage.video, configurable: true });
    stage.video.dispatchEvent(new Event('enterpictureinpicture'));
    expect(stage.corner).to.equal(undefined);
    delete (document as { pictureInPictureElement?: unknown }).pictureInPictureElement;
    stage.video.dispatchEvent(new Event('leavepictureinpicture'));
    expect(stage.corner).to.equal('bottom right');
  });

  it('stands in the top layer, whatever its ancestors do', async () => {
    const stage = await openStage({}, 'transform:translateY(4px);overflow:hidden;filter:blur(0)');
    await scrollAway(stage);
    const { right } = stage.box.getBoundingClientRect();
    expect(Math.round(innerWidth - right)).to.equal(12);
  });

  it('does without a top layer', async () => {
    const stage = await openStage();
    Object.defineProperty(stage.box, 'showPopover', { value: undefined });
    const sheets = stage.shadowRoot!.adoptedStyleSheets.length;
    await scrollAway(stage);
    expect(getComputedStyle(stage).zIndex).to.equal('2147483000');
    await scrollBack(stage);
    expect(stage.shadowRoot!.adoptedStyleSheets.length).to.equal(sheets);
  });

  it('does nothing rather than stand in a wrong place', async () => {
    const stage = await openStage({}, 'transform:translateY(4px)');
    Object.defineProperty(stage.box, 'showPopover', { value: undefined });
    const sheets = stage.shadowRoot!.adoptedStyleSheets.length;
    await frames();
    window.scrollTo(0, 1500);
    await frames();
    expect(stage.corner).to.equal(undefined);
    expect(stage.find('.mini-place, .mini-face')).to.equal(null);
    expect(stage.shadowRoot!.adoptedStyleSheets.length).to.equal(sheets);
  });

  it('leaves nothing, a hundred times', async () => {
    const stage = await openStage();
    const watched = watchListeners(document, window, stage.video);
    const parent = stage.parentElement!;
    for (let i = 0; i < 100; i += 1) {
      stage.remove();
      parent.append(stage);
      await stage.say({});
    }
    await scrollAway(stage);
    stage.remove();
    watched.stop();
    expect(watched.left()).to.eql([]);
    expect(stage.find('.mini-place, .mini-face')).to.equal(null);
    expect(navigator.mediaSession.metadata).to.equal(null);
  });
});
