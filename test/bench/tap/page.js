import { FakeTransport } from '../../fixtures/fake-transport.js';
import '../../../src/define/qun-cart-button.js';
import '../../../src/define/qun-product-sheet.js';
import '../../../src/qunlive.js';

const money = minor => ({ minor, currency: 'CNY' });
const product = number => ({
  id: `p${number}`,
  number,
  title: `Spring tea ${number}`,
  pictures: [`${location.origin}/picture.svg`],
  price: { kind: 'struck', amount: money(9900), was: money(12900) },
  stock: 40,
  links: { h5: `${location.origin}/p/${number}` },
});
const coupon = number => ({
  id: `c${number}`,
  title: `Coupon ${number}`,
  value: { kind: 'amount', amount: money(1000) },
  total: 100,
  expires: { kind: 'never' },
  state: 'open',
  opensAt: 1,
  closesAt: null,
  soldOut: false,
});
const words = ['好看', 'How long does it keep?', '已拍，等发货', 'Is there a smaller one?', '主播讲得真细'];
const rest = ms => new Promise(over => setTimeout(over, ms));

const transport = new FakeTransport();
transport.answer = command =>
  rest(80).then(() =>
    command.type === 'coupon.claim'
      ? { result: 'won', couponId: command.couponId, code: 'QING-1', at: 1, now: 1 }
      : { likes: 5, now: 1 },
  );
let room;
let said = 0;

/** Every element of the page that `selector` finds, through shadow roots. */
function all(selector, root = document, found = []) {
  found.push(...root.querySelectorAll(selector));
  for (const one of root.querySelectorAll('*')) if (one.shadowRoot) all(selector, one.shadowRoot, found);
  return found;
}

const seen = [];
new PerformanceObserver(list => {
  for (const { interactionId, duration, startTime } of list.getEntries())
    if (interactionId) seen.push({ duration, startTime });
}).observe({ type: 'event', durationThreshold: 16 });

/** A room on a phone, and what a viewer taps in it; tap.ts taps. */
window.bench = {
  async ready() {
    room = document.createElement('qun-live-room');
    Object.assign(room, { lang: 'en', transport, cart: 'page' });
    room.addEventListener('qun-add-to-cart', event => {
      event.respondWith(rest(80).then(() => true));
      room.roomStore.cart.set([{ id: 'l1', title: 'Tea', price: money(9900), quantity: (said % 9) + 1 }]);
    });
    document.body.append(room);
    await room.updateComplete;
    await this.fresh(0);
    await rest(5000);
  },
  /** Another coupon, which nobody has. */
  async fresh(round) {
    transport.seq += 1;
    transport.snapshot({
      products: Array.from({ length: 30 }, (_, index) => product(index + 1)),
      pins: [{ productId: 'p1', at: 1, mediaAt: 1 }],
      coupons: [coupon(round)],
    });
    await rest(1000);
  },
  /** 200 comments a second, in the server's own manner: as many as a tick may carry, as often as that takes. */
  pour() {
    this.timer = setInterval(() => {
      const comments = Array.from({ length: 50 }, () => {
        said += 1;
        return {
          id: `m${said}`,
          from: { id: `v${said % 400}`, role: 'viewer', guest: said % 9000 },
          text: `${words[said % words.length]} ${said}`,
          at: said,
        };
      });
      transport.tick({ comments });
    }, 250);
  },
  said: () => said,
  /** The middle of the first thing that `selector` finds and that can be touched there; null: nothing. */
  place(selector) {
    for (const one of all(selector)) {
      const { left, top, width, height } = one.getBoundingClientRect();
      if (width === 0 || height === 0 || one.disabled) continue;
      const at = { x: left + width / 2, y: top + height / 2 };
      let hit = document.elementFromPoint(at.x, at.y);
      while (hit?.shadowRoot) {
        const inner = hit.shadowRoot.elementFromPoint(at.x, at.y);
        if (!inner || inner === hit) break;
        hit = inner;
      }
      if (hit && (hit === one || one.contains(hit) || hit.contains(one))) return at;
    }
    return null;
  },
  /** What the taps since `since` took until the next frame, ms; 16 where it was less. */
  took: since => Math.max(16, ...seen.filter(({ startTime }) => startTime >= since).map(one => one.duration)),
  now: () => performance.now(),
};
