import { expect, waitUntil } from '@open-wc/testing';
import { openPlayer, type SteeredPlayer } from '../../../test/fixtures/open-player.js';
import '../../define/qun-live-player.js';

async function open(width = 640): Promise<SteeredPlayer> {
  const player = await openPlayer({}, { width, height: 360 });
  await player.moves();
  return player;
}

describe('a qun-live-player on other screens', function () {
  this.timeout(40_000);

  it('goes into the browser’s small window and back, by button, key and page', async () => {
    const player = await open();
    const asked: string[] = [];
    let inside: Element | null = null;
    const go = (name: string, to: Element | null) => async () => {
      asked.push(name);
      inside = to;
      player.video.dispatchEvent(new Event(to ? 'enterpictureinpicture' : 'leavepictureinpicture'));
    };
    Object.assign(player.video, { requestPictureInPicture: go('in', player.video) });
    Object.defineProperty(player.player.shadowRoot, 'pictureInPictureElement', { get: () => inside });
    document.exitPictureInPicture = go('out', null);
    try {
      const button = player.named('Picture in picture')!;
      expect(button.getAttribute('aria-pressed')).to.equal('false');
      button.click();
      await waitUntil(() => button.getAttribute('aria-pressed') === 'true');
      player.press('i');
      await waitUntil(() => button.getAttribute('aria-pressed') === 'false');
      await player.player.togglePictureInPicture();
      expect(asked).to.deep.equal(['in', 'out', 'in']);
    } finally {
      delete (document as { exitPictureInPicture?: unknown }).exitPictureInPicture;
    }
  });

  it('stays as it is where the window is refused', async () => {
    const player = await open();
    Object.assign(player.video, { requestPictureInPicture: () => Promise.reject(new Error('no')) });
    await player.player.togglePictureInPicture();
    expect(player.named('Picture in picture')!.getAttribute('aria-pressed')).to.equal('false');
    expect(player.player.state).to.equal('playing');
  });

  it('uses Apple’s window where that is what there is', async () => {
    const player = await open();
    const video = player.video as HTMLVideoElement & { webkitPresentationMode?: string };
    Object.assign(video, {
      webkitSupportsPresentationMode: (mode: string) => mode === 'picture-in-picture',
      webkitSetPresentationMode(mode: string) {
        video.webkitPresentationMode = mode;
        video.dispatchEvent(new Event('webkitpresentationmodechanged'));
      },
    });
    player.press('i');
    await waitUntil(() => player.named('Picture in picture')?.getAttribute('aria-pressed') === 'true');
    player.press('i');
    expect(video.webkitPresentationMode).to.equal('inline');
  });

  it('offers no window where the browser has none, and leaves its key to the page', async () => {
    const player = await open();
    Object.defineProperty(document, 'pictureInPictureEnabled', { value: false, configurable: true });
    try {
      player.player.requestUpdate();
      await player.player.updateComplete;
      expect(player.named('Picture in picture') === undefined).to.equal(true);
      expect(player.press('i')).to.equal(true);
    } finally {
      delete (document as { pictureInPictureEnabled?: unknown }).pictureInPictureEnabled;
    }
  });

  it('offers AirPlay only while there is a screen for it', async () => {
    const player = await open();
    let picked = 0;
    Object.assign(player.video, { webkitShowPlaybackTargetPicker: () => (picked += 1) });
    const tell = async (availability: string) => {
      const event = Object.assign(new Event('webkitplaybacktargetavailabilitychanged'), { availability });
      player.video.dispatchEvent(event);
      await player.player.updateComplete;
    };
    expect(player.named('AirPlay') === undefined).to.equal(true);
    await tell('available');
    player.named('AirPlay')!.click();
    expect(picked).to.equal(1);
    await tell('not-available');
    expect(player.named('AirPlay') === undefined).to.equal(true);
  });

  it('keeps both in the settings where the bar is short', async () => {
    const player = await open(300);
    Object.assign(player.video, { webkitShowPlaybackTargetPicker: () => undefined });
    const event = new Event('webkitplaybacktargetavailabilitychanged');
    player.video.dispatchEvent(Object.assign(event, { availability: 'available' }));
    await player.player.updateComplete;
    expect([player.named('AirPlay'), player.named('Picture in picture')]).to.deep.equal([
      undefined,
      undefined,
    ]);
    await player.openSettings();
    expect(player.lines).to.include.members(['AirPlay', 'Picture in picture']);
  });
});
