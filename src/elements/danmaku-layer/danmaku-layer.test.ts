import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { comment, FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import '../../define/qun-danmaku-layer.js';
import '../../define/qun-room.js';
import type { QunRoom } from '../room/room.js';
import type { QunDanmakuLayer } from './danmaku-layer.js';

const NAME = 'qunlive:danmaku';

/** A picture 400 × 320 with a layer over it, in which lines are in lanes at once. */
async function over(
  attributes: Readonly<Record<string, string>> = {},
  lang = 'en',
): Promise<QunDanmakuLayer> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.cssText = 'position: relative; width: 400px; height: 320px; background: #345';
  const layer = document.createElement('qun-danmaku-layer');
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  box.append(layer);
  await layer.updateComplete;
  await nextFrame();
  return layer;
}

const lines = (layer: QunDanmakuLayer) => [...layer.shadowRoot!.querySelectorAll<HTMLElement>('.line.up')];
const texts = (layer: QunDanmakuLayer) => lines(layer).map(line => line.textContent);
const mine = (id: string, text: string) => ({ ...comment(id, text), own: true });
const nodes = (layer: QunDanmakuLayer) => layer.shadowRoot!.querySelectorAll('.line').length;

/** Lines that cover one another at this moment. */
function touching(layer: QunDanmakuLayer): number {
  const boxes = lines(layer).map(line => line.getBoundingClientRect());
  let found = 0;
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1))
      if (
        one.left < other.right &&
        other.left < one.right &&
        one.top < other.bottom &&
        other.top < one.bottom
      )
        found += 1;
  return found;
}

describe('qun-danmaku-layer', function () {
  this.timeout(PATIENCE_MS);
  beforeEach(() => localStorage.removeItem(NAME));
  afterEach(async () => {
    localStorage.removeItem(NAME);
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('lets what is said fly over whatever it lies on', async () => {
    const layer = await over();
    layer.show(comment('a', 'What a colour'));
    await until(() => texts(layer).length === 1);
    expect(texts(layer)).to.deep.equal(['What a colour']);
    const [line] = lines(layer);
    const [animation] = line!.getAnimations();
    expect(animation!.playState).to.equal('running');
    const before = line!.getBoundingClientRect().left;
    await until(() => line!.getBoundingClientRect().left < before, 'it moves');
    expect(layer.shown).to.equal(1);
  });

  it('shows words as text, whatever they are', async () => {
    const layer = await over();
    layer.show(comment('a', '<img src=x onerror=alert(1)>'));
    await until(() => texts(layer).length === 1);
    expect(texts(layer)).to.deep.equal(['<img src=x onerror=alert(1)>']);
    expect(layer.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('is silent to screen readers, takes no pointer and no focus', async () => {
    const layer = await over();
    layer.show(comment('a', 'Hello'));
    await until(() => texts(layer).length === 1);
    await expect(layer).to.be.accessible();
    expect(lines(layer)[0]!.closest('[aria-hidden=true]')).to.not.equal(null);
    const { left, top } = layer.getBoundingClientRect();
    expect(document.elementFromPoint(left + 200, top + 20)).to.equal(layer.parentElement);
  });

  it('keeps lines apart in a flood, with few nodes, and counts and tells what had no room', async () => {
    const layer = await over({ speed: '4', area: '1' });
    const told: { skipped: number; shown: number }[] = [];
    layer.addEventListener('qun-danmaku-skipped', ({ skipped, shown }) => told.push({ skipped, shown }));
    let said = 0;
    for (let frame = 0; frame < 90; frame += 1) {
      for (let index = 0; index < 30; index += 1)
        layer.show(comment(`c${said}`, '好看'.repeat(1 + (said++ % 12))));
      await nextFrame();
      expect(touching(layer), `frame ${frame}`).to.equal(0);
    }
    expect(layer.shown).to.be.above(3);
    expect(layer.skipped).to.be.above(said - 200);
    expect(nodes(layer)).to.be.below(61);
    expect(told.length).to.be.within(1, 3);
    expect(told[0]!.skipped).to.be.above(0);
  });

  it('never leaves out the viewer’s own words, and marks them', async () => {
    const layer = await over({ speed: '4' });
    layer.show(mine('m', 'My own words'));
    for (let index = 0; index < 500; index += 1) layer.show(comment(`c${index}`, `words ${index}`));
    await until(() => texts(layer).includes('My own words'));
    const own = lines(layer).find(line => line.textContent === 'My own words')!;
    expect(own.matches('.own')).to.equal(true);
    expect(getComputedStyle(own).boxShadow).to.not.equal('none');
  });

  it('says who is host, who assists and what is simulated, in the language of its place', async () => {
    const layer = await over({}, 'zh-CN');
    layer.show(comment('h', '马上开抢', { from: { id: 'h', role: 'host' } }));
    layer.show(comment('s', '好的', { simulated: true }));
    await until(() => texts(layer).length === 2);
    expect(texts(layer)).to.have.members(['主播马上开抢', '模拟好的']);
    layer.parentElement!.lang = 'en';
    await Promise.resolve();
    await layer.updateComplete;
    layer.show(comment('a', 'Coming', { from: { id: 'a', role: 'assistant' } }));
    await until(() => texts(layer).includes('AssistantComing'));
  });

  it('takes a line off that is hidden, and all of them', async () => {
    const layer = await over();
    for (const id of ['a', 'b']) layer.show(comment(id, id));
    await until(() => texts(layer).length === 2);
    layer.hide('a');
    expect(texts(layer)).to.deep.equal(['b']);
    layer.clear();
    expect(texts(layer)).to.deep.equal([]);
  });

  it('uses its nodes again', async () => {
    const layer = await over();
    for (let round = 0; round < 20; round += 1) {
      layer.show(mine(`m${round}`, 'again'));
      await until(() => texts(layer).length === 1);
      layer.clear();
    }
    expect(nodes(layer)).to.be.below(3);
  });

  it('fits into the share of the height it is given', async () => {
    const layer = await over({ area: '0.5', speed: '0.25' });
    for (let index = 0; index < 40; index += 1) layer.show(mine(`c${index}`, 'a line of some length'));
    await until(() => texts(layer).length >= 4);
    const { top, height } = layer.getBoundingClientRect();
    for (const line of lines(layer))
      expect(line.getBoundingClientRect().bottom).to.be.at.most(top + height / 2 + 8);
  });

  it('leaves as much of a lane free as its density says', async () => {
    const layer = await over({ area: '0.1', speed: '4', density: '0.25' });
    for (const id of ['a', 'b']) layer.show(mine(id, 'Four letters'));
    await until(() => texts(layer).length === 2);
    const [first, second] = lines(layer)
      .map(line => line.getBoundingClientRect())
      .sort((one, other) => one.left - other.left);
    expect(second!.top).to.equal(first!.top);
    expect(second!.left - first!.right).to.be.at.least(3 * first!.width - 1);
  });

  it('takes its letters from the attribute and its opacity, too', async () => {
    const layer = await over({ 'font-size': '30', opacity: '0.5' });
    layer.show(comment('a', 'Large'));
    await until(() => texts(layer).length === 1);
    expect(getComputedStyle(lines(layer)[0]!).fontSize).to.equal('30px');
    expect(getComputedStyle(layer.shadowRoot!.querySelector('.sky')!).opacity).to.equal('0.5');
  });

  it('has lines come from the other side where one reads from right to left', async () => {
    const layer = await over({ dir: 'rtl' });
    layer.show(comment('a', 'مرحبا'));
    await until(() => texts(layer).length === 1);
    const before = lines(layer)[0]!.getBoundingClientRect().left;
    await until(() => lines(layer)[0]!.getBoundingClientRect().left > before);
  });

  it('moves nothing where less motion is wanted: lines stand in the middle and fade', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const layer = await over({ area: '1' });
    for (let index = 0; index < 50; index += 1) layer.show(comment(`c${index}`, `words ${index}`));
    await until(() => texts(layer).length === 1);
    const [line] = lines(layer);
    const place = line!.getBoundingClientRect();
    await nextFrame();
    await nextFrame();
    expect(line!.getBoundingClientRect().left).to.equal(place.left);
    const frames = (line!.getAnimations()[0]!.effect as KeyframeEffect).getKeyframes();
    expect(new Set(frames.map(({ transform }) => transform)).size).to.equal(1);
    expect(lines(layer).length).to.be.at.most(3);
    await emulateMedia({ reducedMotion: 'no-preference' });
    await until(() => texts(layer).length === 0, 'what stands is taken off when motion is wanted again');
  });

  it('stands still while it cannot be seen, and goes on from there', async () => {
    const layer = await over();
    layer.show(comment('a', 'Wait for me'));
    await until(() => texts(layer).length === 1);
    const [animation] = lines(layer)[0]!.getAnimations();
    layer.hidden = true;
    await until(() => animation!.playState === 'paused');
    const at = Number(animation!.currentTime);
    layer.show(comment('b', 'Nobody sees this'));
    layer.hidden = false;
    await until(() => animation!.playState === 'running');
    expect(Number(animation!.currentTime)).to.be.closeTo(at, 400);
    expect(texts(layer)).to.deep.equal(['Wait for me']);
    expect(layer.skipped).to.equal(0);
  });
});

describe('qun-danmaku-layer switched off and on', function () {
  this.timeout(PATIENCE_MS);
  beforeEach(() => localStorage.removeItem(NAME));
  afterEach(() => localStorage.removeItem(NAME));

  it('shows nothing where the page has it off', async () => {
    const layer = await over({ off: '' });
    layer.show(mine('a', 'Hello'));
    await nextFrame();
    expect(texts(layer)).to.deep.equal([]);
    expect(layer.on).to.equal(false);
    layer.off = false;
    await layer.updateComplete;
    layer.show(comment('b', 'Here'));
    await until(() => texts(layer).length === 1);
    layer.off = true;
    await layer.updateComplete;
    expect(texts(layer)).to.deep.equal([]);
    expect(localStorage.getItem(NAME)).to.equal(null);
  });

  it('keeps what the viewer has chosen, and nothing before', async () => {
    const layer = await over({ off: '' });
    expect(localStorage.getItem(NAME)).to.equal(null);
    const told: boolean[] = [];
    layer.addEventListener('qun-danmaku-turned', ({ on }) => told.push(on));
    layer.turn(true);
    expect([layer.on, ...told]).to.deep.equal([true, true]);
    const next = await over({ off: '' });
    expect(next.on).to.equal(true);
    next.turn(false);
    expect((await over()).on).to.equal(false);
  });

  it('does without storage', async () => {
    const { getItem, setItem } = Storage.prototype;
    Storage.prototype.getItem = Storage.prototype.setItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
    try {
      const layer = await over({ off: '' });
      layer.turn(true);
      expect(layer.on).to.equal(true);
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });
});

describe('qun-danmaku-layer in a room', function () {
  this.timeout(PATIENCE_MS);

  async function inRoom() {
    const transport = new FakeTransport();
    const room = await fixture<QunRoom>(
      html`<qun-room lang="en" .transport=${transport}
        ><div><qun-danmaku-layer speed="2"></qun-danmaku-layer></div
      ></qun-room>`,
    );
    const box = room.querySelector('div')!;
    box.style.cssText = 'position: relative; width: 400px; height: 320px';
    const layer = room.querySelector('qun-danmaku-layer')!;
    await layer.updateComplete;
    return { transport, room, layer, now: () => room.roomStore!.clock.now() };
  }

  it('lets fly what is said from now on, and not what was said before', async () => {
    const { transport, layer, now } = await inRoom();
    transport.snapshot({}, { comments: [comment('old', 'Long ago', { at: now() - 60_000 })] });
    transport.tick({ comments: [comment('new', 'Just now', { at: now() })] });
    await until(() => texts(layer).length > 0);
    expect(texts(layer)).to.deep.equal(['Just now']);
  });

  it('takes off what the host takes down', async () => {
    const { transport, layer, now } = await inRoom();
    transport.snapshot();
    transport.tick({ comments: [comment('bad', 'Bad words', { at: now() })] });
    await until(() => texts(layer).length === 1);
    transport.control('comment.redact', { ids: ['bad'] });
    await until(() => texts(layer).length === 0);
  });

  it('finds its room by id', async () => {
    const { transport, room, now } = await inRoom();
    room.id = 'stage';
    const layer = await over({ room: 'stage' });
    transport.snapshot();
    transport.tick({ comments: [comment('a', 'Hello', { at: now() })] });
    await until(() => texts(layer).length === 1);
  });
});

describe('qun-danmaku-layer alone', function () {
  this.timeout(PATIENCE_MS);

  it('flies what is added to its list, and not what was there at first', async () => {
    const layer = await over();
    layer.comments = [comment('a', 'There already')];
    layer.comments = [comment('a', 'There already'), comment('b', 'New')];
    await until(() => texts(layer).length === 1);
    expect(texts(layer)).to.deep.equal(['New']);
    expect(layer.comments.length).to.equal(2);
    layer.comments = null;
    expect(layer.comments).to.deep.equal([]);
    const empty = await over();
    empty.comments = [];
    empty.comments = [comment('c', 'The very first')];
    await until(() => texts(empty).length === 1);
  });

  it('stands around a picture that is put into it', async () => {
    const box = await fixture<HTMLElement>(
      html`<qun-danmaku-layer around><canvas width="300" height="200"></canvas></qun-danmaku-layer>`,
    );
    const canvas = box.querySelector('canvas')!;
    canvas.style.display = 'block';
    expect(box.offsetHeight).to.equal(200);
    const { left, top } = canvas.getBoundingClientRect();
    expect(document.elementFromPoint(left + 50, top + 20)).to.equal(canvas);
  });

  it('takes what was set before it was known', async () => {
    const early = document.createElement('qun-danmaku-layer-early') as QunDanmakuLayer;
    early.comments = [comment('a', 'A')];
    early.density = 0.3;
    const { QunDanmakuLayer: Layer } = await import('./danmaku-layer.js');
    customElements.define('qun-danmaku-layer-early', class extends Layer {});
    document.body.append(early);
    await early.updateComplete;
    expect([early.density, early.comments.length]).to.deep.equal([0.3, 1]);
    early.remove();
  });

  it('comes and goes a hundred times and leaves nothing', async () => {
    const media = window.matchMedia('(prefers-reduced-motion: reduce)');
    const { matchMedia } = window;
    window.matchMedia = () => media;
    const watch = watchListeners(document, window, media);
    const layer = await over();
    const box = layer.parentElement!;
    layer.remove();
    const before = watch.left().length;
    for (let round = 0; round < 100; round += 1) {
      box.append(layer);
      await layer.updateComplete;
      layer.show(comment(`c${round}`, 'Hello'));
      if (round % 25 === 0) await until(() => texts(layer).length === 1);
      layer.remove();
      expect(texts(layer)).to.deep.equal([]);
    }
    expect(watch.left().length).to.equal(before);
    watch.stop();
    window.matchMedia = matchMedia;
    expect(nodes(layer)).to.be.below(4);
    expect(document.getAnimations().length).to.equal(0);
  });
});
