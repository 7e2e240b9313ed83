import type { Show } from '../../src/protocol/index.js';
import { makeShow } from '../fixtures/show.js';

/** A show in which there is something of everything that the suite looks at. */
export function toBeLookedAt(room = 'spring'): Show {
  const show = makeShow({ room });
  const [coupon] = show.coupons;
  return {
    ...show,
    coupons: [
      { ...coupon!, id: 'few', total: 2 },
      { ...coupon!, id: 'drawn', total: 2, mode: 'draw' },
    ],
    sales: [
      {
        ...{ id: 'flash', productId: 'a', price: { minor: 9900, currency: 'CNY' }, total: 3 },
        ...{ perViewer: 1, holdSeconds: 60, expires: { kind: 'stopped' } },
      },
    ],
  };
}
