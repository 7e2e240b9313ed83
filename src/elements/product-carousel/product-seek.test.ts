import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { onAir, T0 } from '../../../test/fixtures/picture.js';
import '../../define/qun-product-carousel.js';
import '../../define/qun-room.js';
import type { QunSeekEvent } from '../../events/qun-seek-event.js';
import type { Playhead } from '../../stores/room.js';
import { presenting } from '../../stores/stage.js';
import type { QunProductCarousel } from './product-carousel.js';

/** A picture that is where a test puts it, s since T0. */
class Picture implements Playhead {
  second = 0;
  sought: number[] = [];
  moved: () => void = () => undefined;
  latencyS = () => undefined;
  moving = () => false;
  date = () => T0 + this.second * 1000;
  span = () => ({ from: T0, to: T0 + 100_000 });
  seek = (date: number) => void this.sought.push(date);
  watch = (moved: () => void) => {
    this.moved = moved;
    return () => undefined;
  };
}

async function open(lang = 'en') {
  const transport = new FakeTransport();
  const place = await fixture(html`
    <qun-room lang=${lang} .transport=${transport}>
      <qun-product-carousel></qun-product-carousel>
      <qun-product-carousel view="pinned"></qun-product-carousel>
    </qun-room>
  `);
  const [shelf, stage] = [...place.querySelectorAll<QunProductCarousel>('qun-product-carousel')];
  await waitUntil(() => transport.open > 0);
  transport.at = T0;
  transport.snapshot({ ...onAir });
  const picture = new Picture();
  const leave = shelf!.roomStore!.present(picture);
  await presenting.come();
  await Promise.resolve();
  const pinAt = (second: number, productId: string, type: 'pin.add' | 'pin.remove' = 'pin.add') => {
    transport.at = T0 + second * 1000;
    transport.control(type, { productId });
  };
  pinAt(10, 'a');
  pinAt(30, 'b');
  pinAt(30, 'a', 'pin.remove');
  transport.at = T0 + 90_000;
  transport.control('room.phase', { phase: 'ended' });
  transport.control('room.phase', { phase: 'replay' });
  const buttons = () => [...shelf!.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part~=watch]')];
  await waitUntil(() => buttons().length > 0);
  const marks = () =>
    [...shelf!.shadowRoot!.querySelectorAll<HTMLElement>('[part~=live]')].map(
      mark => mark.closest<HTMLElement>('[data-id]')!.dataset.id,
    );
  const staged = () =>
    [...stage!.shadowRoot!.querySelectorAll<HTMLElement>('[part~=card]:not(.leaving)')].map(
      card => card.dataset.id,
    );
  const to = async (second: number) => {
    picture.second = second;
    picture.moved();
    await Promise.all([shelf!.updateComplete, stage!.updateComplete]);
  };
  return { shelf: shelf!, stage: stage!, transport, picture, leave, buttons, marks, staged, to };
}

describe('a shelf beside a recording', () => {
  it('shows what was shown when the picture was made, forwards and back', async () => {
    const { to, marks, staged, leave } = await open();
    for (const [second, ids] of [
      [5, []],
      [15, ['a']],
      [40, ['b']],
      [15, ['a']],
      [0, []],
    ] as const) {
      await to(second);
      expect(marks()).to.deep.equal(ids);
      expect(staged()).to.deep.equal(ids);
    }
    leave();
  });

  it('offers to watch what was shown and is not on now, and goes there', async () => {
    const { buttons, picture, shelf, to, leave } = await open();
    await to(5);
    const seeks: QunSeekEvent[] = [];
    shelf.addEventListener('qun-seek', event => seeks.push(event), { once: true });
    expect(buttons().map(one => one.getAttribute('aria-label'))).to.deep.equal([
      'Watch: Tea a',
      'Watch: Tea b',
    ]);
    buttons()[1]!.click();
    expect(picture.sought).to.deep.equal([T0 + 30_000]);
    expect([seeks[0]!.productId, seeks[0]!.date, seeks[0]!.composed]).to.deep.equal(['b', T0 + 30_000, true]);
    await to(30);
    expect(buttons().length).to.equal(1);
    await expect(shelf).to.be.accessible();
    leave();
  });

  it('leaves the going there to a page that wants it', async () => {
    const { buttons, picture, to, leave } = await open('zh-CN');
    await to(5);
    expect(buttons()[0]!.textContent!.trim()).to.equal('看讲解');
    document.addEventListener('qun-seek', event => event.preventDefault(), { once: true });
    buttons()[0]!.click();
    expect(picture.sought).to.deep.equal([]);
    leave();
  });

  it('offers nothing while no picture can go there', async () => {
    const { buttons, leave, shelf } = await open();
    leave();
    await waitUntil(() => buttons().length === 0);
    expect(shelf.shadowRoot!.querySelectorAll('[part~=card]').length).to.equal(4);
  });
});
