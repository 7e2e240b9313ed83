import '../../../src/define/qun-product-carousel.js';
import '../../../src/define/qun-product-shelf.js';

const names = [
  'Spring tea, first picking',
  'Celadon gaiwan',
  'Half-handmade teapot',
  'Mountain honey',
  'Candle',
];
const groups = ['Tea', 'Tea ware', 'Pantry', 'Gifts', 'Home'];
const money = minor => ({ minor, currency: 'CNY' });
const product = index => ({
  id: `p${index}`,
  number: index,
  title: `${names[index % 5]} ${index}`,
  subtitle: index % 3 ? undefined : 'With a box, and a card in your hand',
  group: groups[Math.floor(index / 201)],
  pictures: [`/picture.svg?${index}`],
  price:
    index % 2
      ? { kind: 'struck', amount: money(9900 + index), was: money(12900 + index) }
      : { kind: 'fixed', amount: money(9900) },
  stock: index % 7 ? null : 6,
  links: { h5: `/p/${index}` },
});

const frame = () => new Promise(next => requestAnimationFrame(next));
const rest = ms => new Promise(over => setTimeout(over, ms));
let shelf;
let products;
const inside = selector => shelf.shadowRoot.querySelector(selector);

/** What a viewer does, and the host meanwhile; `bench.ts` watches the main thread. */
window.bench = {
  /** As in a room, the product being shown stands over the picture before anybody opens the shelf. */
  async ready() {
    products = Array.from({ length: 1000 }, (_, index) => product(index + 1));
    const pinned = document.createElement('qun-product-carousel');
    Object.assign(pinned, {
      lang: 'en',
      view: 'pinned',
      products: products.slice(0, 2),
      pinned: ['p1', 'p2'],
    });
    document.body.append(pinned);
    await pinned.updateComplete;
    await rest(500);
  },
  async open() {
    await rest(50);
    shelf = document.createElement('qun-product-shelf');
    shelf.lang = 'en';
    shelf.products = products;
    document.querySelector('.box').append(shelf);
    await shelf.updateComplete;
    await rest(500);
  },
  /** A few flings, as fast as a thumb, and one jump to the end. */
  async scroll() {
    const scroller = inside('.scroller');
    for (let speed = 400, at = 0; at < 240; at += 1, speed = at % 60 ? speed * 0.97 : 400) {
      scroller.scrollTop += speed;
      await frame();
    }
    scroller.scrollTop = scroller.scrollHeight;
    await rest(300);
    scroller.scrollTop = 0;
    await rest(300);
  },
  async search() {
    const field = inside('input');
    for (const words of ['t', 'te', 'tea', 'teap', 'teapo', 'teapot', 'teapot 7', '', '3', '38', '388', '']) {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await rest(120);
    }
  },
  /** Fifty changes a second for six seconds: prices, stock, moves, products that come and go; the reader scrolls for half of it. */
  async changes() {
    const scroller = inside('.scroller');
    for (let change = 0; change < 300; change += 1) {
      const next = [...products];
      const at = (change * 37) % next.length;
      if (change % 5 === 0) next.push(...next.splice(at, 1));
      else if (change % 5 === 1) next.splice(at, 1);
      else if (change % 5 === 2) next.splice(at, 0, { ...product(2000 + change), group: next[at].group });
      else
        next[at] = { ...next[at], stock: change % 9, price: { kind: 'fixed', amount: money(5000 + change) } };
      products = next;
      shelf.products = next;
      if (change % 100 < 50) scroller.scrollTop += 60;
      await rest(20);
    }
    await rest(2000);
  },
  lines: () => shelf.shadowRoot.querySelectorAll('.card').length,
};
