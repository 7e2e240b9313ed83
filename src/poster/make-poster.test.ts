import { expect } from '@open-wc/testing';
import { plainLook } from '../../test/fixtures/plain-look.js';
import { posterContent } from '../../test/fixtures/poster-content.js';
import { DESIGNS } from './designs.js';
import { drawPoster, POSTER_SIZE } from './draw-poster.js';
import { loadPicture } from './load-picture.js';
import { dataUrl, makePoster, MOST_BYTES } from './make-poster.js';
import { readLook } from './look.js';

const options = { design: 'market', look: plainLook } as const;

/** As a word: chai takes minutes to print an element. */
const comes = async (url: string | undefined) => (await loadPicture(url)) !== undefined;

describe('making a poster', () => {
  it('comes to a picture small enough for apps that hold it in its address', async () => {
    const { blob } = await makePoster(posterContent({ lang: 'zh-CN' }), options);
    expect(blob.type).to.equal('image/jpeg');
    const url = await dataUrl(blob);
    expect(url).to.match(/^data:image\/jpeg;base64,/);
    expect(url.length).to.be.below(MOST_BYTES + 100);
    const picture = await loadPicture(url);
    expect([picture!.width, picture!.height]).to.deep.equal([750, 1334]);
  });

  it('is packed more tightly where the pictures are heavy', async () => {
    const noise = document.createElement('canvas');
    [noise.width, noise.height] = [750, 1334];
    const ctx = noise.getContext('2d')!;
    const pixels = ctx.createImageData(750, 1334);
    let seed = 1;
    for (let at = 0; at < pixels.data.length; at += 1) {
      seed = (seed * 48271) % 2147483647;
      pixels.data[at] = at % 4 === 3 ? 255 : seed & 255;
    }
    ctx.putImageData(pixels, 0, 0);
    const content = { ...posterContent(), picture: noise.toDataURL('image/jpeg', 0.95) };
    const asked: (number | undefined)[] = [];
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function (done, type, quality) {
      asked.push(quality);
      toBlob.call(this, done, type, quality);
    };
    try {
      await makePoster(content, options);
    } finally {
      HTMLCanvasElement.prototype.toBlob = toBlob;
    }
    expect(asked.length).to.be.above(1);
    expect(asked).to.deep.equal([...asked].sort().reverse());
  });

  it('does without pictures that do not come', async () => {
    expect(await comes(undefined)).to.equal(false);
    expect(await comes('/no/such/picture.webp')).to.equal(false);
    const content = posterContent({ media: '/no/such' });
    for (const design of DESIGNS) {
      const { blob } = await makePoster(content, { ...options, design });
      expect(blob.size).to.be.above(10_000);
    }
  });

  it('waits for no picture for ever', async () => {
    const { fetch } = window;
    window.fetch = () => new Promise(() => {});
    try {
      const canvas = await drawPoster(posterContent(), { ...options, patienceMs: 1 });
      expect(canvas.width).to.equal(750);
    } finally {
      window.fetch = fetch;
    }
  });

  it('asks anew, by another address, for a picture that the browser keeps without leave to read it', async () => {
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = async url => {
      asked.push(String(url));
      throw new TypeError('Failed to fetch');
    };
    const { src } = Object.getOwnPropertyDescriptors(HTMLImageElement.prototype);
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
      ...src,
      set(this: HTMLImageElement, url: string) {
        asked.push(`${this.crossOrigin} ${url}`);
        src.set!.call(this, '/demo/media/host.webp');
      },
    });
    try {
      expect(await comes('/a.webp?x=1#y')).to.equal(true);
    } finally {
      window.fetch = fetch;
      Object.defineProperty(HTMLImageElement.prototype, 'src', src);
    }
    expect(asked).to.deep.equal(['/a.webp?x=1#y', 'anonymous /a.webp?x=1&cors=1#y']);
  });

  it('takes drawings too, which no browser unpacks apart, and asks once for what is not there', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="4"><path d="M0 0h9v4z"/></svg>';
    const { fetch } = window;
    const asked: string[] = [];
    window.fetch = async (url, options) => {
      asked.push(String(url));
      return fetch(url, options);
    };
    try {
      const drawing = await loadPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
      expect([drawing?.width, drawing?.height]).to.deep.equal([9, 4]);
      expect(asked).to.deep.equal([]);
      expect(await comes('/no/such/picture.webp')).to.equal(false);
      expect(asked).to.deep.equal(['/no/such/picture.webp']);
    } finally {
      window.fetch = fetch;
    }
  });

  it('is drawn without pictures where one has made the canvas unreadable', async () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    let times = 0;
    HTMLCanvasElement.prototype.toBlob = function (...given) {
      times += 1;
      if (times === 1) throw new DOMException('Tainted canvases may not be exported.', 'SecurityError');
      toBlob.apply(this, given);
    };
    try {
      const { blob } = await makePoster(posterContent(), options);
      expect(blob.size).to.be.above(10_000);
      expect(times).to.equal(2);
    } finally {
      HTMLCanvasElement.prototype.toBlob = toBlob;
    }
  });

  it('is as sharp as is asked, within what old phones can hold', async () => {
    for (const [scale, width] of [
      [undefined, 750],
      [3, 1125],
      [40, 1125],
      [0, 375],
      [NaN, 375],
    ] as const) {
      const canvas = await drawPoster(posterContent({ products: 0, media: '/none' }), {
        ...{ ...options, bare: true },
        ...(scale !== undefined && { scale }),
      });
      expect([canvas.width, canvas.height]).to.deep.equal([
        width,
        Math.round((width / POSTER_SIZE.width) * 667),
      ]);
    }
  });

  it('takes the theme from where it stands', () => {
    const probe = document.createElement('i');
    for (const [name, value] of Object.entries({
      '--_brand': 'hsl(120 100% 25%)',
      '--_price': 'not a colour',
      '--_radius-m': '4px',
      'font-family': 'Papyrus',
    }))
      probe.style.setProperty(name, value);
    document.body.append(probe);
    const look = readLook(probe, 'zh-TW');
    expect(look.brand).to.deep.equal([0, 128, 0]);
    expect(look.radius).to.equal(4);
    expect(look.font).to.equal("'PingFang TC', 'Noto Sans CJK TC', 'Microsoft JhengHei', Papyrus");
    expect(probe.style.color).to.equal('');
    probe.remove();
  });
});
