import { expect } from '@open-wc/testing';
import { all, one, openLiveRoom } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import '../../define/qun-cart-button.js';
import '../../qunlive.js';
import type { QunCartButton } from '../cart-button/cart-button.js';

const tea = { id: 'l1', title: 'Tea', price: { minor: 12_900, currency: 'CNY' }, quantity: 2 };

describe('the cart in a live room', function () {
  this.timeout(PATIENCE_MS);

  it('lies below the picture, which makes way for it as for every sheet', async () => {
    const { el } = await openLiveRoom({ width: 390, height: 760 });
    el.cart = 'page';
    await el.updateComplete;
    el.roomStore!.cart.set([tea]);
    const cart = one<QunCartButton>(el, '.bar qun-cart-button')!;
    await until(() => cart.getBoundingClientRect().width >= 44);
    const room = one(el, '.base')!;
    cart.show();
    await until(() => room.classList.contains('sheeted'));
    const shrunk = () => Number(room.style.getPropertyValue('--_shrink'));
    await until(() => shrunk() > 0 && shrunk() < 1);
    cart.open = false;
    await until(() => shrunk() === 1 && !room.classList.contains('sheeted'));
  });

  for (const [width, height, place] of [
    [320, 640, '.bar'],
    [1280, 800, '.title-row'],
  ] as const) {
    it(`stands in the ${place} at ${width} px once there is something in it`, async () => {
      const { el } = await openLiveRoom({ width, height });
      expect(all(el, 'qun-cart-button')).to.eql([]);
      el.cart = 'page';
      await el.updateComplete;
      const cart = one<QunCartButton>(el, `${place} qun-cart-button`)!;
      await cart.updateComplete;
      expect([el.getAttribute('cart'), cart.getBoundingClientRect().width]).to.eql(['page', 0]);
      el.roomStore!.cart.set([tea]);
      await until(() => cart.getBoundingClientRect().width >= 44);
      const [bar, box] = [el.getBoundingClientRect(), cart.getBoundingClientRect()];
      expect(box.left >= bar.left && box.right <= bar.right).to.equal(true);
      cart.shadowRoot!.querySelector('button')!.click();
      await until(() => cart.shadowRoot!.querySelector('qun-sheet')?.open);
    });
  }
});
