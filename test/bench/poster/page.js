import { FakeTransport } from '../../fixtures/fake-transport.ts';
import '../../../src/define/qun-room.js';
import '../../../src/define/qun-share-poster.js';

let poster;

/** What a viewer does; `bench.ts` watches the clock. */
window.bench = {
  /** A room with the demo's show, and a poster nobody has asked for yet. */
  async ready(lang, design) {
    const show = await (await fetch('/demo/shows/spring.json')).json();
    const transport = new FakeTransport();
    Object.defineProperty(transport, 'base', { value: `${location.origin}/` });
    transport.answer = () => ({ share: 'a1B2c3D4e5F6' });
    const room = document.createElement('qun-room');
    room.lang = lang;
    room.transport = transport;
    poster = document.createElement('qun-share-poster');
    poster.design = design;
    room.append(poster);
    document.body.append(room);
    await poster.updateComplete;
    const opensAt = Date.now();
    const sales = show.sales.map(sale => ({
      ...{ perViewer: 1, holdSeconds: 300, ...sale, soldOut: false, state: 'open' },
      ...{ expires: { kind: 'stopped' }, opensAt, closesAt: opensAt + 600_000 },
    }));
    const products = show.products.map((product, at) => ({ ...product, number: at + 1 }));
    transport.snapshot({
      ...show,
      products,
      sales,
      phase: 'live',
      share: { ...show.share, url: 'https://live.hillside.example/spring' },
    });
    await poster.updateComplete;
  },
  /** Where the finger goes, px. */
  button() {
    const { x, y, width, height } = poster.shadowRoot.querySelector('.make').getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  },
  /**
   * To be called before the tap. Ms from the finger's lifting until the poster can be seen (`ms`) and until it is a picture
   * (`packed`), and from its touching (`touched`) until it can be seen; of its address, how many characters.
   */
  async made() {
    const at = {};
    for (const type of ['pointerdown', 'click'])
      poster.addEventListener(type, event => (at[type] ??= event.timeStamp));
    const shown = new Promise((seen, failed) => {
      poster.addEventListener('qun-share-opened', seen, { once: true });
      poster.addEventListener('qun-error', event => failed(event.error));
    });
    await shown;
    await poster.updateComplete;
    // The drawing, which stands there until its picture has been packed.
    await new Promise(next => requestAnimationFrame(() => setTimeout(next)));
    const seen = performance.now();
    let picture;
    while (!(picture = poster.shadowRoot.querySelector('img')))
      await new Promise(next => requestAnimationFrame(next));
    if (!picture.complete) await new Promise(come => picture.addEventListener('load', come, { once: true }));
    return {
      ms: seen - at.click,
      touched: seen - at.pointerdown,
      packed: performance.now() - at.click,
      length: picture.src.length,
    };
  },
};
