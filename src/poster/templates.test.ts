import { expect } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';
import { plainLook } from '../../test/fixtures/plain-look.js';
import { difference, small } from '../../test/fixtures/picture-difference.js';
import { posterContent, type PosterWishes } from '../../test/fixtures/poster-content.js';
import { collisions, writtenBy } from '../../test/fixtures/written-words.js';
import { contrast, readColor } from './colors.js';
import { DESIGNS, type Design } from './designs.js';
import { drawPoster } from './draw-poster.js';
import { loadPicture } from './load-picture.js';
import type { PosterContent } from './poster-content.js';

const languages = ['en', 'zh-CN', 'zh-TW'] as const;
const draw = (name: Design, content: PosterContent, more: { rtl?: boolean; scale?: number } = {}) =>
  drawPoster(content, { design: name, look: plainLook, ...more });
const wishes: PosterWishes[] = languages.flatMap(lang => [
  { lang },
  { lang, live: true, products: 1 },
  { lang, products: 0 },
]);

function read(canvas: HTMLCanvasElement): string {
  const { width, height } = canvas;
  return decodeQR(canvas.getContext('2d')!.getImageData(0, 0, width, height));
}

/** What a shop may well write, and no designer has thought of. */
function swollen(content: PosterContent, title: string): PosterContent {
  return {
    ...content,
    title,
    text: title,
    host: { ...content.host, name: title },
    products: content.products.map(product => ({
      ...product,
      title,
      subtitle: title,
      price: {
        ...product.price,
        money: { ...product.price.money, integer: '12,345,678', fraction: '.90' },
        was: '¥22,345,678',
        saved: 'Save ¥10,000,000 today and tomorrow',
      },
    })),
  };
}
const LONG = [
  'Everything for the first tea of the year, from kettles to cups, and a Donaudampfschifffahrtsgesellschaftsmütze',
  '春茶上新专场，明前茶和手作茶器一次看个够，还有老师傅现场教你怎样泡出一杯不苦不涩的好茶（仅限今晚）',
];

for (const name of DESIGNS) {
  describe(`the ${name} poster`, () => {
    it('looks as it did in three languages, whatever the fonts', async () => {
      for (const lang of languages) {
        const drawn = small(await draw(name, posterContent({ lang })));
        const kept = await loadPicture(`/test/fixtures/posters/${name}.${lang}.jpg`);
        expect(kept !== undefined, `npm run posters -- --keep makes ${name}.${lang}.jpg`).to.equal(true);
        const { mean, share } = difference(drawn, small(kept!.source));
        expect(mean, `${lang}: mean`).to.be.below(9);
        expect(share, `${lang}: blocks`).to.be.below(0.05);
        const other = DESIGNS[(DESIGNS.indexOf(name) + 1) % DESIGNS.length]!;
        const wrong = difference(small(await draw(other, posterContent({ lang }))), small(kept!.source));
        expect(wrong.mean, 'another one is seen').to.be.above(20);
      }
    });

    it('has a code that another reader reads', async () => {
      const content = posterContent({ lang: 'zh-CN' });
      expect(read(await draw(name, content))).to.equal(content.code.url);
      const url = `${content.code.url}&utm_source=${'group-'.repeat(18)}&g=茶友群`;
      expect(read(await draw(name, { ...content, code: { ...content.code, url } }))).to.equal(url);
    });

    it('keeps its words apart and on the paper', async () => {
      const all = wishes.map(one => posterContent(one));
      const full = LONG.flatMap(title => [swollen(all[0]!, title), swollen(all[4]!, title)]);
      for (const content of [...all, ...full])
        for (const rtl of [false, true]) {
          const { written } = await writtenBy(() => draw(name, content, { rtl, scale: 1 }));
          expect(collisions(written), content.title).to.deep.equal([]);
          for (const { words, left, right, top, bottom } of written) {
            expect(left, words).to.be.above(14);
            expect(right, words).to.be.below(375 - 14);
            expect(top, words).to.be.above(14);
            expect(bottom, words).to.be.below(667 - 8);
          }
        }
    });

    it('can be read on the brightest picture', async () => {
      const canvas = document.createElement('canvas');
      const brush = canvas.getContext('2d')!;
      brush.fillStyle = '#fff';
      brush.fillRect(0, 0, canvas.width, canvas.height);
      const white = canvas.toDataURL();
      const { products, ...rest } = posterContent({ products: 2 });
      // What strikes a price out runs through it.
      const unstruck = products.map(one => ({ ...one, price: { ...one.price, was: undefined! } }));
      const content = { ...rest, picture: white, products: unstruck };
      const { written, drawn } = await writtenBy(() => draw(name, content, { scale: 1 }), { silent: true });
      const ctx = drawn.getContext('2d')!;
      for (const { words, left, right, top, bottom, color } of written) {
        const width = Math.max(1, Math.floor(right - left));
        const { data } = ctx.getImageData(left, top, width, Math.max(1, Math.floor(bottom - top)));
        const ink = readColor(color)!;
        let least = 21;
        for (let at = 0; at < data.length; at += 4)
          least = Math.min(least, contrast(ink, [data[at]!, data[at + 1]!, data[at + 2]!]));
        expect(least, `“${words}”`).to.be.at.least(4.4);
      }
    });

    it('says everything it was given', async () => {
      const content = posterContent({ lang: 'zh-CN', products: 1 });
      const { written } = await writtenBy(() => draw(name, content));
      const said = written.map(({ words }) => words).join('');
      for (const words of [
        '20:00',
        '4月12日',
        '128',
        '明前绿茶',
        '1号链接',
        content.code.hint,
        content.host.name,
      ])
        expect(said.replace(/\u00a0/g, ' '), words).to.include(words);
    });
  });
}
