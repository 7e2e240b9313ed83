import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { openPlayer, type SteeredPlayer } from '../../../test/fixtures/open-player.js';
import type { QunPlayerViewEvent } from '../../events/qun-player-view-event.js';
import type { CaptionTrack, Quality } from '../../media/choices.js';
import '../../define/qun-danmaku-layer.js';
import '../../define/qun-live-player.js';
import { saving } from './saving.js';

const qualities: Quality[] = [
  { id: 'hi', width: 720, height: 1280, bitrate: 2_500_000 },
  { id: 'mid', width: 540, height: 960, bitrate: 1_400_000 },
  { id: 'mid-low', width: 540, height: 960, bitrate: 900_000 },
];
const captions: CaptionTrack[] = [
  { id: 'zh', language: 'zh-CN', label: '简体中文' },
  { id: 'de', language: 'de', label: '' },
];

/** What a stream offers, and what was chosen of it, in place of the one that plays. */
function offer(player: SteeredPlayer): { quality: string | undefined; caption: string | undefined } {
  const chosen = { quality: undefined as string | undefined, caption: undefined as string | undefined };
  const set = (name: 'quality' | 'caption') => ({
    get: () => chosen[name],
    set: (id: string | undefined) => {
      chosen[name] = id;
      player.player.requestUpdate();
    },
  });
  Object.defineProperties(player.player, {
    qualities: { get: () => qualities },
    captions: { get: () => captions },
    quality: set('quality'),
    caption: set('caption'),
  });
  player.player.requestUpdate();
  return chosen;
}

async function openRecording(place = {}): Promise<SteeredPlayer> {
  const player = await openPlayer({ src: new LiveStream(true).recording }, place);
  await player.seekable();
  return player;
}

describe('the settings of qun-live-player', function () {
  this.timeout(40_000);
  afterEach(() => delete saving.chosen);

  it('open as a sheet over a small player, take the focus, and give it back', async () => {
    const player = await openRecording();
    offer(player);
    await player.openSettings();
    expect(player.part('settings')!.classList.contains('sheet')).to.equal(true);
    expect(player.focused).to.contain('Quality');
    expect(player.part('settings')!.querySelector('[role=menu]')!.getAttribute('aria-label')).to.equal(
      'Settings',
    );
    await expect(player.player).to.be.accessible();
    await player.key('Escape');
    expect(player.part('settings') === null).to.equal(true);
    expect(player.focused).to.equal('Settings');
  });

  it('open as a panel where there is room, and hold only what has no button of its own', async () => {
    const player = await openRecording({ width: 640, height: 400 });
    await player.openSettings();
    expect(player.part('settings')!.classList.contains('sheet')).to.equal(false);
    expect(player.lines).to.deep.equal(['Speed Normal', 'Statistics']);
    await player.key('Escape');
    offer(player);
    await player.openSettings();
    expect(player.lines).to.deep.equal([
      ...[
        'Quality Auto · 432p',
        'Data saver A smaller picture for less data',
        'Captions Off',
        'Speed Normal',
      ],
      'Statistics',
    ]);
  });

  it('scroll inside a player that is too low for them', async () => {
    const player = await openRecording({ width: 300, height: 180 });
    offer(player);
    await player.openSettings();
    const panel = player.part('settings')!.getBoundingClientRect();
    expect(panel.top).to.be.at.least(player.player.getBoundingClientRect().top);
    const lines = player.part('settings')!.querySelector('.lines')!;
    expect(lines.scrollHeight).to.be.greaterThan(lines.clientHeight);
    await player.key('End');
    const last = player.player.shadowRoot!.activeElement!.getBoundingClientRect();
    expect(last.bottom).to.be.at.most(panel.bottom + 1);
  });

  it('choose a quality, by the keyboard alone', async () => {
    const player = await openRecording();
    const chosen = offer(player);
    await player.openSettings();
    await player.key('ArrowRight');
    expect(player.lines).to.deep.equal(['Auto · 432p', '720p', '540p 1.4 Mbit/s', '540p 0.9 Mbit/s']);
    expect(player.focused).to.equal('Auto · 432p');
    await expect(player.player).to.be.accessible();
    await player.key('ArrowDown');
    expect(player.focused).to.equal('720p');
    const line = player.player.shadowRoot!.activeElement as HTMLElement;
    expect([line.getAttribute('role'), line.getAttribute('aria-checked')]).to.deep.equal([
      'menuitemradio',
      'false',
    ]);
    line.click();
    await player.player.updateComplete;
    expect(chosen.quality).to.equal('hi');
    expect(player.part('settings') === null).to.equal(true);
    await player.openSettings();
    expect(player.lines[0]).to.equal('Quality 720p');
    expect(player.line('Data saver'), 'saves nothing once one is chosen').to.equal(undefined);
    await player.key('ArrowRight');
    expect(player.focused).to.equal('720p');
    await player.key('ArrowLeft');
    expect(player.focused).to.contain('Quality');
    await player.key('ArrowLeft');
    expect(player.part('settings'), 'an arrow does not close them').to.exist;
  });

  it('walk round by arrows, from the first to the last, and close at tab', async () => {
    const player = await openRecording();
    await player.openSettings();
    const first = player.focused;
    await player.key('Home');
    expect(player.focused).to.equal('Close');
    await player.key('ArrowUp');
    expect(player.focused).to.equal('Statistics');
    await player.key('ArrowDown');
    await player.key('ArrowDown');
    expect(player.focused).to.equal(first);
    await player.key('Tab');
    expect(player.part('settings') === null).to.equal(true);
    expect(player.focused).to.equal('Settings');
  });

  it('keep their keys from the player meanwhile', async () => {
    const player = await openRecording();
    await player.openSettings();
    await player.key('k');
    await player.key('m');
    expect([player.player.state, player.video.muted]).to.deep.equal(['playing', true]);
  });

  it('save data for this page, as a switch, and from the start where that was chosen', async () => {
    const player = await openRecording();
    offer(player);
    await player.openSettings();
    const state = () => player.line('Data saver')!.getAttribute('aria-checked');
    expect([state(), player.line('Data saver')!.getAttribute('role')]).to.deep.equal([
      'false',
      'menuitemcheckbox',
    ]);
    player.line('Data saver')!.click();
    await player.player.updateComplete;
    expect([state(), player.player.saveData]).to.deep.equal(['true', true]);
    expect(document.createElement('qun-live-player').saveData).to.equal(true);
    const kept = Object.keys(localStorage).filter(key => key !== 'qunlive:line');
    expect(kept, 'kept beyond this page').to.deep.equal([]);
  });

  it('switch the comments over the picture, where there are any, and keep what the viewer chose', async () => {
    const player = await openRecording();
    await player.openSettings();
    expect(player.line('Comments over the picture')).to.equal(undefined);
    const layer = document.createElement('qun-danmaku-layer');
    layer.slot = 'layer';
    player.player.append(layer);
    await layer.updateComplete;
    player.player.requestUpdate();
    await player.player.updateComplete;
    const state = () => player.line('Comments over the picture')!.getAttribute('aria-checked');
    expect(state()).to.equal('true');
    player.line('Comments over the picture')!.click();
    await player.player.updateComplete;
    expect([state(), layer.on, localStorage.getItem('qunlive:danmaku')]).to.deep.equal([
      'false',
      false,
      'off',
    ]);
    await expect(player.player).to.be.accessible();
    localStorage.removeItem('qunlive:danmaku');
  });

  it('save data from the start where the device asks pages to', () => {
    const { navigator } = window as { navigator: { connection?: object } };
    const { connection } = navigator;
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    expect(document.createElement('qun-live-player').saveData).to.equal(true);
    Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
    expect(document.createElement('qun-live-player').saveData).to.equal(false);
  });

  it('show captions and put them away, as the key does', async () => {
    const player = await openRecording({ width: 640, height: 400 });
    const chosen = offer(player);
    await player.player.updateComplete;
    const button = player.named('Captions')!;
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    await player.openSettings();
    await player.openPage('Captions');
    expect(player.lines).to.deep.equal(['Off', '简体中文', 'German']);
    player.line('German')!.click();
    await player.player.updateComplete;
    expect(chosen.caption).to.equal('de');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    player.press('c');
    expect(chosen.caption).to.equal(undefined);
    player.press('c');
    expect(chosen.caption, 'the last ones').to.equal('de');
    button.click();
    expect(chosen.caption).to.equal(undefined);
  });

  it('change the speed of a recording, and never that of a live picture', async () => {
    const player = await openRecording();
    await player.openSettings();
    await player.openPage('Speed');
    expect(player.lines).to.deep.equal(['0.75×', 'Normal', '1.25×', '1.5×', '2×']);
    expect(player.focused).to.equal('Normal');
    player.line('1.5×')!.click();
    await player.player.updateComplete;
    expect([player.video.playbackRate, player.video.defaultPlaybackRate]).to.deep.equal([1.5, 1.5]);
    const live = await openPlayer();
    await live.moves();
    await live.openSettings();
    expect(live.line('Speed') === undefined).to.equal(true);
  });

  it('lead to chapters', async () => {
    const player = await openRecording();
    player.player.pause();
    const { start } = player.player.span!;
    player.player.chapters = [
      { time: start, title: 'Welcome' },
      { time: start + 40, title: 'No. 3 Teapot' },
    ];
    await player.player.updateComplete;
    await player.openSettings();
    await player.openPage('Chapters');
    expect(player.lines).to.deep.equal(['Welcome 00:00', 'No. 3 Teapot 00:40']);
    await expect(player.player).to.be.accessible();
    player.line('Teapot')!.click();
    expect(player.player.currentTime).to.be.closeTo(start + 40, 0.5);
  });

  it('open where the controls are left to the page, with all of them, and tell the page', async () => {
    const views: QunPlayerViewEvent[] = [];
    const player = await openPlayer({ withoutControls: true });
    player.player.addEventListener('qun-player-view', view => views.push(view));
    await player.moves();
    await player.player.openSettings();
    await waitUntil(() => player.part('settings') !== null);
    expect(player.lines).to.deep.equal(['Picture in picture', 'Full screen', 'Statistics']);
    expect(views.map(({ settings }) => settings)).to.deep.equal([true]);
    player.player.renderRoot.querySelector<HTMLElement>('.beneath')!.click();
    await player.player.updateComplete;
    expect(views.map(({ settings }) => settings)).to.deep.equal([true, false]);
    expect(player.player.state, 'a tap beside them is no tap on the picture').to.equal('playing');
  });

  it('steer the picture as well where the bar is left to the page, as in a phone’s room', async () => {
    const player = await openPlayer({ src: new LiveStream(true).recording, withoutControls: true });
    await player.moves();
    await player.player.openSettings();
    await waitUntil(() => player.slider !== null, 'can be sought', { timeout: 20_000 });
    await expect(player.player).to.be.accessible();
    player.named('Pause')!.click();
    await player.becomes('paused');
    player.part('settings')!.querySelector<HTMLElement>('.steering button')!.focus();
    await player.key('ArrowDown');
    expect(player.player.shadowRoot!.activeElement === player.slider).to.equal(true);
    expect(player.press('ArrowRight', player.slider), 'is the slider’s own').to.equal(true);
    player.slider!.value = '40';
    player.slider!.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => player.aloud.startsWith('40 seconds of'), player.aloud);
    expect(player.part('time')!.textContent).to.contain('00:40');
  });

  it('close at a tap elsewhere on the page, and when the player leaves it', async () => {
    const player = await openPlayer();
    await player.moves();
    await player.openSettings();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await player.player.updateComplete;
    expect(player.part('settings') === null).to.equal(true);
    await player.openSettings();
    const place = player.player.parentElement!;
    player.player.remove();
    place.append(player.player);
    await player.player.updateComplete;
    expect(player.part('settings') === null).to.equal(true);
  });

  it('speak the language of their place, also while they are open', async () => {
    const player = await openRecording({ lang: 'zh-CN' });
    offer(player);
    await player.openSettings();
    expect(player.lines).to.deep.equal([
      ...['清晰度 自动 · 432P', '省流量 画面小一些，流量省一些', '字幕 不显示', '倍速 正常'],
      ...['小窗播放', '播放数据'],
    ]);
    player.player.lang = 'en';
    await waitUntil(() => player.lines[0]!.startsWith('Quality'));
  });

  it('lead to the figures of the stream', async () => {
    const player = await openPlayer();
    await player.moves();
    await player.openSettings();
    player.line('Statistics')!.click();
    await waitUntil(() => player.part('stats') !== null, 'shows its figures', { timeout: 20_000 });
    expect(player.part('settings') === null).to.equal(true);
  });
});
