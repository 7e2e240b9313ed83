import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { openStage, type ComfortStage } from '../../../../test/fixtures/comfort-stage.js';
import { watchListeners } from '../../../../test/fixtures/watch-listeners.js';
import type { Playback } from '../../../media/playback.js';
import type { PlaybackStats } from '../../../media/playback-stats.js';
import { plainAddress } from './plain-address.js';

const stats: PlaybackStats = {
  width: 720,
  height: 1280,
  bitrate: 1_840_000,
  bufferS: 3.24,
  droppedFrames: 3,
  totalFrames: 12_345,
  latencyS: 4.06,
  targetLatencyS: 3,
  bandwidth: 12_340_000,
  stalls: 2,
  recoveries: 1,
  engine: 'hls',
  dated: true,
};

/** A stage whose stream does as `stats` say. */
async function openStats(
  more: { language?: string; stats?: Partial<PlaybackStats> } = {},
): Promise<ComfortStage> {
  const stage = await openStage({ mini: false, language: more.language ?? 'en' });
  const playback = {
    src: 'https://ann:secret@cdn.shop.example/keys/abc/live.m3u8?token=secret#secret',
    qualities: [{ id: 'hi', width: 720, height: 1280, bitrate: 2_000_000 }],
    quality: undefined,
    stats: () => ({ ...stats, ...more.stats }),
  } as unknown as Playback;
  stage.player = playback;
  await stage.comfort!.openStats();
  await waitUntil(() => panel(stage));
  return stage;
}

const panel = (stage: ComfortStage): HTMLElement | null => stage.find('.stats');

const rows = (stage: ComfortStage): string[] =>
  [...panel(stage)!.querySelectorAll('dl > div')].map(row =>
    [...row.children].map(one => one.textContent!.trim().replace(/\u00a0/g, ' ')).join(': '),
  );

describe('the statistics', () => {
  let copied: string[];
  beforeEach(() => {
    copied = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
  afterEach(() => {
    fixtureCleanup();
    delete (navigator as { clipboard?: unknown }).clipboard;
  });

  it('say how the stream does', async () => {
    const stage = await openStats();
    const [picture, ...more] = rows(stage);
    expect(picture).to.match(/^Picture: 720 × 1280, shown in \d+ × \d+$/);
    expect(more).to.eql([
      'Quality: Auto',
      'Bitrate: 1.8 Mbit/s',
      'Line: 12.3 Mbit/s',
      'Buffered: 3.2 s',
      'Dropped: 3 of 12,345 frames',
      'Delay: 4.1 s, aims at 3 s',
      'Stalls: 2, recoveries: 1',
      'Engine: hls.js light',
      'Stream: cdn.shop.example/…/live.m3u8',
    ]);
  });

  it('say in the reader’s language what is not known', async () => {
    const nothing = {
      bitrate: undefined,
      bandwidth: undefined,
      droppedFrames: undefined,
      latencyS: undefined,
    };
    const stage = await openStats({
      language: 'zh-CN',
      stats: { ...nothing, recoveries: 0, engine: 'native' },
    });
    expect(rows(stage).slice(1)).to.eql([
      '清晰度: 自动',
      '码率: 未知',
      '网速: 未知',
      '缓冲: 3.2 秒',
      '丢帧: 未知',
      '卡顿: 2',
      '内核: 浏览器自带',
      '地址: cdn.shop.example/…/live.m3u8',
    ]);
    await stage.say({ language: 'en' });
    expect(rows(stage)[1]).to.equal('Quality: Auto');
  });

  it('are copied without anything that would let others in', async () => {
    const stage = await openStats();
    stage.named('Copy')!.click();
    await waitUntil(() => stage.named('Copied'));
    const report = JSON.parse(copied[0]!) as Record<string, unknown>;
    expect(report).to.include({ width: 720, stalls: 2, quality: 'auto', engine: 'hls' });
    expect(report['address']).to.equal('https://cdn.shop.example/…/live.m3u8');
    expect(copied[0]).to.not.match(/secret|token|keys|ann/);
  });

  it('hold the keyboard from their opening to their closing', async () => {
    const stage = await openStats();
    const close = stage.named('Close the statistics')!;
    expect(stage.shadowRoot!.activeElement).to.equal(close);
    close.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect(panel(stage)).to.equal(null);
    expect(stage.shadowRoot!.activeElement).to.equal(stage.find('.base'));
  });

  it('are accessible, and fit a small player', async () => {
    const stage = await openStats();
    await expect(stage).to.be.accessible();
    const { width, height } = panel(stage)!.getBoundingClientRect();
    expect(width).to.be.at.most(stage.offsetWidth);
    expect(height).to.be.at.most(stage.offsetHeight);
    expect(panel(stage)!.querySelector('[aria-live]')).to.equal(null);
  });

  it('are there once, and leave nothing', async () => {
    const watched = watchListeners(document, window);
    const stage = await openStats();
    await stage.comfort!.openStats();
    expect(stage.shadowRoot!.querySelectorAll('.stats')).to.have.length(1);
    stage.remove();
    expect(panel(stage)).to.equal(null);
    await stage.comfort!.openStats();
    expect(panel(stage)).to.equal(null);
    watched.stop();
    expect(watched.left()).to.eql([]);
  });
});

describe('a plain address', () => {
  it('says where from, and nothing that lets in', () => {
    expect(plainAddress('https://a.example/live.m3u8?sig=1')).to.equal('https://a.example/live.m3u8');
    expect(plainAddress('blob:https://a.example/1234')).to.equal('blob:');
    expect(plainAddress('https://[')).to.equal('');
  });
});
