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
    const products = show.products.map((product, at) => ({ ...product, number: at + 1 }));
    transport.snapshot({
      ...show,
      products,
      phase: 'live',
      share: { ...show.share, url: 'https://live.hillside.example/spring' },
    });
    await poster.updateComplete;
  },
  /** Ms from the wish until the poster can be seen, and of its address how many characters. */
  async make() {
    const since = performance.now();
    const shown = new Promise(seen => poster.addEventListener('qun-share-opened', seen, { once: true }));
    poster.show();
    await shown;
    await poster.updateComplete;
    // The drawing, which stands there until its picture has been packed.
    await new Promise(next => requestAnimationFrame(() => setTimeout(next)));
    const ms = performance.now() - since;
    let picture;
    while (!(picture = poster.shadowRoot.querySelector('img')))
      await new Promise(next => requestAnimationFrame(next));
    if (!picture.complete) await new Promise(come => picture.addEventListener('load', come, { once: true }));
    return { ms, packed: performance.now() - since, length: picture.src.length };
  },
};
