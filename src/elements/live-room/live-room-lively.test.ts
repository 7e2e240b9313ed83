import { expect } from '@open-wc/testing';
import { comment } from '../../../test/fixtures/fake-transport.js';
import { one, openLiveRoom, settled } from '../../../test/fixtures/live-room-harness.js';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import '../../qunlive.js';
import type { QunDanmakuLayer } from '../danmaku-layer/danmaku-layer.js';
import type { QunReactionButton } from '../reaction-button/reaction-button.js';
import type { QunLiveRoom } from './live-room.js';

const NAME = 'qunlive:danmaku';
const heart = (el: QunLiveRoom) => one<QunReactionButton>(el, 'qun-reaction-button')!;
const layer = (el: QunLiveRoom) => one<QunDanmakuLayer>(el, 'qun-danmaku-layer')!;
const flying = (el: QunLiveRoom) => [...layer(el).shadowRoot!.querySelectorAll('.up')];

describe('what is lively in qun-live-room', function () {
  this.timeout(PATIENCE_MS);
  beforeEach(() => localStorage.removeItem(NAME));
  afterEach(() => localStorage.removeItem(NAME));

  it('has a heart in the bar of a phone, before sharing', async () => {
    const { el, transport } = await openLiveRoom();
    transport.answer = () => ({ likes: 8 });
    transport.tick({ likes: 7 });
    await settled(el);
    expect(heart(el).total).to.equal(7);
    expect(heart(el).parentElement!.matches('.bar')).to.be.true;
    expect(heart(el).nextElementSibling!.localName).to.equal('qun-share-to-group');
    heart(el).shadowRoot!.querySelector('button')!.click();
    await until(() => transport.sent.length === 1);
    expect(transport.sent[0]!.command).to.deep.equal({ type: 'reaction.send', kind: 'like', count: 1 });
  });

  it('has it beside the words one writes, on a desk', async () => {
    const { el } = await openLiveRoom({ width: 1280 });
    const composer = one(el, 'qun-comment-stream')!.shadowRoot!.querySelector('[part~=composer]')!;
    const [line, button] = [composer, heart(el)].map(where => where.getBoundingClientRect());
    expect(button!.top).to.be.at.least(line!.top);
    expect(button!.right).to.be.at.most(line!.right);
    expect(button!.height).to.be.at.least(44);
  });

  it('gives hearts for two taps on the picture where the page wants that', async () => {
    const { el } = await openLiveRoom({ attributes: { 'double-tap': '' } });
    const tap = () =>
      one(el, 'qun-live-player')!.dispatchEvent(
        new PointerEvent('pointerup', { pointerType: 'touch', isPrimary: true, clientX: 200, clientY: 300 }),
      );
    tap();
    tap();
    expect(heart(el).total).to.equal(1);
    el.doubleTap = false;
    await settled(el);
    tap();
    tap();
    expect(heart(el).total).to.equal(1);
  });

  it('lets comments fly over the picture of a desk, under the head, and clear of its middle', async () => {
    const { el, transport } = await openLiveRoom({ width: 1280, height: 800 });
    transport.tick({ comments: [comment('new', 'What a colour', { at: Date.now() })] });
    await until(() => flying(el).length === 1);
    const line = flying(el)[0]!.getBoundingClientRect();
    const { top, height } = el.getBoundingClientRect();
    expect(line.top).to.be.at.least(one(el, '.notice')!.getBoundingClientRect().bottom);
    expect(line.bottom).to.be.at.most(top + height / 3);
  });

  it('keeps them clear of the offer of sound, and gives them its place once the show is heard', async () => {
    const src = new URL(new LiveStream().src, location.href).href;
    const { el, transport } = await openLiveRoom({ width: 1280, height: 800, state: { stream: { src } } });
    const offer = () =>
      one(el, 'qun-live-player')!.shadowRoot!.querySelector<HTMLElement>('[part=hear]') ?? undefined;
    await until(offer);
    const say = (id: string) =>
      transport.tick({ comments: [comment(id, `What a colour ${id}`, { at: Date.now() })] });
    const box = (id: string) => {
      const line = flying(el).find(({ textContent }) => textContent!.endsWith(id));
      return line?.getBoundingClientRect();
    };
    const { top, height } = el.getBoundingClientRect();
    for (const id of ['one', 'two', 'three']) say(id);
    await until(() => box('one'));
    const button = offer()!.getBoundingClientRect();
    for (const { top } of flying(el).map(line => line.getBoundingClientRect()))
      expect(top).to.be.at.least(button.bottom);
    expect(box('one')!.bottom, 'clear of the middle').to.be.at.most(top + height / 3);
    offer()!.click();
    await until(() => !offer());
    say('heard');
    await until(() => box('heard'));
    expect(box('heard')!.top).to.be.below(button.bottom);
  });

  it('leaves them off on a phone, where comments lie on the picture, until the viewer turns them on', async () => {
    const { box, el } = await openLiveRoom();
    expect(layer(el).on).to.be.false;
    layer(el).turn(true);
    expect(layer(el).on).to.be.true;
    box.style.width = '1000px';
    await until(() => one(el, '.base.desk'));
    expect(layer(el).on).to.be.true;
  });
});
