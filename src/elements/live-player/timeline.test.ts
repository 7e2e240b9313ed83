import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { openPlayer } from '../../../test/fixtures/open-player.js';
import '../../define/qun-live-player.js';

const long = () => new LiveStream(true);
const recording = (stream = long()) => ({ src: stream.recording, autoplay: true });

describe('the timeline of qun-live-player', function () {
  this.timeout(40_000);

  it('says in words where a recording is, and how long it is', async () => {
    const player = await openPlayer(recording());
    await player.seekable();
    player.player.seek(player.player.span!.start + 65);
    await waitUntil(() => player.aloud.startsWith('1 minute 5 seconds of 1 minute 20 seconds'), player.aloud);
    expect(player.slider!.getAttribute('aria-label')).to.equal('Timeline');
    expect(player.part('time')!.textContent!.replace(/\s+/g, ' ')).to.match(/^01:0\d/);
    await expect(player.player).to.be.accessible();
  });

  it('says it in Chinese, also when the language changes', async () => {
    const player = await openPlayer(recording());
    await player.seekable();
    player.player.pause();
    player.player.seek(player.player.span!.start + 65);
    player.player.lang = 'zh-CN';
    await waitUntil(() => player.aloud === '1分钟5秒钟，共 1分钟20秒钟', player.aloud);
    expect(player.slider!.getAttribute('aria-label')).to.equal('播放进度');
  });

  it('steps back in a live stream that keeps a minute, says how far, and returns to the edge', async () => {
    const player = await openPlayer({}, { stream: long() });
    await player.seekable();
    expect(player.aloud).to.equal('LIVE');
    player.press('j');
    player.press('j');
    await waitUntil(() => /^(1\d|2\d) seconds behind live$/.test(player.aloud), player.aloud);
    await player.moves();
    expect(player.part('go-live')!.textContent).to.contain('Go live');
    await expect(player.player).to.be.accessible();
    player.press('End');
    await waitUntil(() => player.part('live') !== null, 'is at the edge', { timeout: 8000 });
    expect(player.aloud).to.equal('LIVE');
  });

  it('has none where a live stream keeps too little, and leaves its keys to the page', async () => {
    const player = await openPlayer();
    await player.moves();
    await waitUntil(() => player.player.span !== undefined);
    expect(player.slider).to.equal(null);
    expect(player.press('ArrowLeft')).to.equal(true);
    expect(player.press('Home')).to.equal(true);
  });

  it('is dragged without seeking until it is let go of', async () => {
    const player = await openPlayer({ ...recording(), muted: true });
    await player.seekable();
    player.player.pause();
    const { start } = player.player.span!;
    const before = player.player.currentTime;
    player.slider!.value = '40';
    player.slider!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await player.player.updateComplete;
    expect(player.aloud).to.contain('40 seconds of');
    expect(player.player.currentTime).to.equal(before);
    player.slider!.dispatchEvent(new Event('change', { bubbles: true }));
    expect(player.player.currentTime).to.be.closeTo(start + 40, 0.5);
  });

  it('moves by the keys of every player: five seconds, ten, beginning and end', async () => {
    const player = await openPlayer(recording());
    await player.seekable();
    player.player.pause();
    const { start, end } = player.player.span!;
    const at = () => Math.round(player.player.currentTime - start);
    player.player.seek(start + 30);
    for (const [key, to] of [
      ['ArrowRight', 35],
      ['ArrowLeft', 30],
      ['j', 20],
      ['Home', 0],
      ['ArrowLeft', 0],
      ['End', Math.round(end - start)],
    ] as const) {
      expect(player.press(key), key).to.equal(false);
      await waitUntil(() => at() === to, `${key} leads to ${to}, not ${at()}`);
    }
    player.player.seek(start + 30);
    player.slider!.focus();
    player.press('ArrowUp', player.slider);
    await waitUntil(() => at() === 35, 'up is later on the line itself');
  });

  it('means time by its arrows where words run from right to left, and runs on from left to right', async () => {
    const player = await openPlayer(recording(), { dir: 'rtl' });
    await player.seekable();
    player.player.pause();
    const { start } = player.player.span!;
    player.player.seek(start + 30);
    player.press('ArrowRight');
    await waitUntil(() => Math.round(player.player.currentTime - start) === 35);
    expect(getComputedStyle(player.part('timeline')!).direction).to.equal('ltr');
    expect(player.slider!.valueAsNumber).to.be.closeTo(35, 1);
  });

  it('can be met by a finger', async () => {
    const player = await openPlayer(recording());
    await player.seekable();
    expect(player.slider!.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('marks its chapters, and names the one it is in and the one that is pointed at', async () => {
    const player = await openPlayer(recording(), { width: 640, height: 360 });
    await player.seekable();
    player.player.pause();
    const { start } = player.player.span!;
    player.player.chapters = [
      { time: start, title: 'Welcome' },
      { time: start + 40, title: 'No. 3 Teapot' },
    ];
    player.player.seek(start + 10);
    await waitUntil(() => player.aloud.endsWith(', Welcome'), player.aloud);
    const marks = player.player.renderRoot.querySelectorAll<HTMLElement>('.mark');
    expect([...marks].map(mark => mark.style.left)).to.deep.equal(['50%']);
    expect(player.player.renderRoot.querySelector('.chapter')!.textContent).to.equal('Welcome');
    const { left, width } = player.part('timeline')!.getBoundingClientRect();
    const pointed = { clientX: left + width * 0.75, bubbles: true, pointerType: 'mouse' };
    player.slider!.dispatchEvent(new PointerEvent('pointermove', pointed));
    await player.player.updateComplete;
    const tip = player.player.renderRoot.querySelector('.tip')!;
    expect(tip.textContent!.replace(/\s+/g, ' ').trim()).to.equal('No. 3 Teapot01:00');
    player.part('timeline')!.dispatchEvent(new PointerEvent('pointerleave'));
    await player.player.updateComplete;
    expect(tip.textContent).to.contain('Welcome');
  });

  it('goes to the picture of a date', async () => {
    const player = await openPlayer({}, { stream: long() });
    await player.seekable();
    await waitUntil(() => player.player.playheadDate !== undefined, 'knows its date', { timeout: 20_000 });
    expect(player.player.latency).to.be.within(0, 60);
    const date = player.player.playheadDate! - 20_000;
    player.player.seekToDate(date);
    await waitUntil(() => Math.abs(player.player.playheadDate! - date) < 3000, 'is there', { timeout: 8000 });
  });
});
