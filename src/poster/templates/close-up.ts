import { contrast, inkOn, mix, readable, writeColor, type Rgb } from '../colors.js';
import { whenWords } from '../poster-content.js';
import { drawPicture, drawPrice, type PosterTemplate, type Scene } from '../scene.js';

const MARGIN = 24;
const CODE = 124;

/** One thing, as near as it gets: its picture from edge to edge, and the price as large as there is room. */
export const closeUp: PosterTemplate = scene => {
  const { pen, content, look } = scene;
  const { width, height } = pen;
  const [product] = content.products;
  const foot = height - 24 - CODE;
  const inner = width - MARGIN * 2;

  const ink = readable(look.text, look.surface);
  const muted = readable(look.muted, look.surface);
  const heading = { size: 22, weight: 700, color: ink, leading: 1.32, lines: 2, balanced: true } as const;
  const title = pen.fit(
    product?.title ?? content.title,
    [heading, { ...heading, size: 19.5 }, { ...heading, size: 18, lines: 3 }],
    inner,
  );
  const words = product ? product.subtitle : content.text;
  const text = words ? pen.lay(words, { size: 13.5, color: muted, leading: 1.4 }, inner) : undefined;
  const price = product ? 58 : 8;
  const body = title.height + (text ? text.height + 3 : 0) + price;
  const sheet = foot - 14 - body - 22;

  pen.fill(writeColor(look.surface), { x: 0, y: 0, width, height });
  const picture = product?.picture ?? content.picture;
  const radius = Math.min(26, look.radius * 1.7);
  drawPicture(scene, picture, product?.title ?? content.title, { x: 0, y: 0, width, height: sheet + 30 }, 0);
  pen.fill(
    pen.fade(0, 110, [
      [0, 'rgba(0,0,0,.5)'],
      [1, 'rgba(0,0,0,0)'],
    ]),
    { x: 0, y: 0, width, height: 110 },
  );
  pen.shadow('rgba(0,0,0,.18)', 18, -4, () =>
    pen.fill(writeColor(look.surface), { x: 0, y: sheet, width, height: height - sheet + 40 }, radius),
  );
  tags(scene, sheet);

  let y = pen.write(title, MARGIN, sheet + 22);
  if (text) y = pen.write(text, MARGIN, y + 3);
  if (product) figure(scene, y + 45, inner, muted);
  footer(scene, foot, ink, muted);
  pen.fill(writeColor(look.brand), { x: 0, y: height - 6, width, height: 6 });
};

/** What stands on the picture: whether it is on, and the number viewers ask for it by. */
function tags({ pen, content, look }: Scene, sheet: number): void {
  const type = { size: 13, weight: 600, color: look.onBrand } as const;
  const { live, products, when } = content;
  const badge = pen.together([content.badge, when?.left], type, pen.width - MARGIN * 2 - 26);
  if (badge) {
    const dot = live ? 13 : 0;
    const width = pen.widthOf(badge, type) + 26 + dot;
    pen.fill(writeColor(look.brand), { x: MARGIN, y: 24, width, height: 30 }, 15);
    if (live) pen.fill(writeColor(look.onBrand), { x: MARGIN + 13, y: 35.5, width: 7, height: 7 }, 4);
    pen.text(badge, type, MARGIN + 13 + dot, 30, width);
  }
  const { number, sale } = products[0] ?? {};
  if (!number) return;
  const ink: Rgb = [255, 255, 255];
  const wide = pen.widthOf(number, { ...type, color: ink }) + 22;
  const box = { x: pen.width - MARGIN - wide, y: sheet - 42, width: wide, height: 28 };
  pen.fill('rgba(0,0,0,.62)', box, 14);
  pen.text(number, { ...type, color: ink }, box.x + 11, box.y + 5, wide);
  if (!sale) return;
  const on = { ...type, color: inkOn(look.price) };
  const room = box.x - MARGIN - 10;
  const words = pen.together([sale.name, sale.when], on, room - 22);
  const flag = { ...box, x: MARGIN, width: Math.ceil(Math.min(room, pen.widthOf(words, on) + 22)) };
  pen.fill(writeColor(look.price), flag, 14);
  pen.text(words, on, flag.x + 11, flag.y + 5, flag.width - 22);
}

function figure(scene: Scene, y: number, width: number, muted: Rgb): void {
  const { pen, content, look } = scene;
  const { price } = content.products[0]!;
  const color = readable(look.price, look.surface, 4.5);
  const tag = { size: 13, weight: 600, color: inkOn(look.price) } as const;
  const room = price.saved ? pen.widthOf(price.saved, tag) + 20 : 0;
  const fits = room < width * 0.4;
  drawPrice(scene, price, MARGIN - 2, y, { size: 46, color, muted, width: fits ? width - room - 8 : width });
  if (!price.saved || !fits) return;
  const box = { x: pen.width - MARGIN - room, y: y - 27, width: room, height: 28 };
  pen.fill(writeColor(look.price), box, Math.min(14, look.radius));
  pen.text(price.saved, tag, box.x + 10, box.y + 5, room);
}

function footer(scene: Scene, top: number, ink: Rgb, muted: Rgb): void {
  const { pen, content, look, code, picture } = scene;
  const line = contrast(look.outline, look.surface) > 1.1 ? look.outline : mix(look.surface, ink, 0.14);
  const box = { x: pen.width - MARGIN - CODE, y: top, width: CODE, height: CODE };
  pen.fill(writeColor(line), { x: MARGIN, y: top, width: box.x - MARGIN - 18, height: 1 });
  pen.code(code, box, 6);
  pen.frame(writeColor(line), box, 6, 1);
  const room = box.x - MARGIN - 18;
  const image = picture(content.host.avatar);
  if (image) pen.picture(image, { x: MARGIN, y: top + 14, width: 34, height: 34 }, 17);
  const name = { size: 14, weight: 600, color: ink, leading: 1.25, lines: 2 } as const;
  const left = MARGIN + (image ? 43 : 0);
  const laid = pen.lay(content.host.name, name, room - (left - MARGIN));
  pen.write(laid, left, top + 31 - laid.height / 2);
  const { when, products, title } = content;
  // The thing has taken the headline's place.
  const about = when ? whenWords(when) : products.length > 0 ? title : undefined;
  let y = top + 55;
  if (about)
    y = pen.text(about, { size: 12.5, weight: 600, color: ink, lines: 2, leading: 1.35 }, MARGIN, y, room);
  pen.text(content.code.hint, { size: 12, color: muted, leading: 1.4, lines: 2 }, MARGIN, y + 2, room);
}
