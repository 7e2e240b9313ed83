import { mix, readable, writeColor, type Rgb } from '../colors.js';
import { drawPicture, drawPrice, type PosterTemplate, type Scene } from '../scene.js';
import { whenWords, type PosterProduct } from '../poster-content.js';

const MARGIN = 22;
const CODE = 128;
const GAP = 10;
const LAMP: Rgb = [255, 201, 112];
const WHITE: Rgb = [255, 250, 242];
/** The price cards that stand on the stalls. */
const CARD: Rgb = [255, 214, 92];
const INK: Rgb = [42, 22, 6];

/** A night market: lamps over the picture, and up to three stalls, each with its price on a card. */
export const market: PosterTemplate = scene => {
  const { pen, content, look } = scene;
  const { width, height } = pen;
  const night = mix(look.brand, [15, 11, 18], 0.86);
  const { products } = content;
  const stalls = products.length > 0 ? 146 : 0;
  const foot = height - MARGIN - CODE;
  const stallsTop = foot - 16 - stalls;

  const edge = stallsTop + 30;
  pen.fill(writeColor(night), { x: 0, y: edge, width, height: height - edge });
  drawPicture(scene, content.picture, content.host.name, { x: 0, y: 0, width, height: edge }, 0, 0.45);
  const shade = pen.fade(0, edge, [
    [0, writeColor(night, 0.62)],
    [0.22, writeColor(night, 0.12)],
    [0.46, writeColor(night, 0.2)],
    [0.74, writeColor(night, 0.86)],
    [0.95, writeColor(night)],
    [1, writeColor(night)],
  ]);
  pen.fill(shade, { x: 0, y: 0, width, height: edge + 1 });
  pen.glow(width * 0.12, stallsTop + 10, 160, look.brand, 0.34);
  pen.glow(width * 0.95, foot, 180, LAMP, 0.13);
  lamps(scene);

  headline(scene, stallsTop - 14);
  if (stalls > 0) renderStalls(scene, products, stallsTop, stalls, night);
  footer(scene, foot, night);
};

function lamps({ pen }: Scene): void {
  const { width } = pen;
  const high: (readonly [number, number])[] = [
    [-20, 6],
    [width * 0.34, 18],
    [width * 0.7, 8],
    [width + 20, 22],
  ];
  pen.garland(high, 12, writeColor([20, 12, 8], 0.75));
  for (let span = 1; span < high.length; span += 1) {
    const [from, to] = [high[span - 1]!, high[span]!];
    for (const part of [0.16, 0.39, 0.61, 0.84]) {
      const x = from[0] + (to[0] - from[0]) * part;
      // On the curve the garland draws.
      const y = from[1] + (to[1] - from[1]) * part + 4 * 12 * part * (1 - part);
      pen.glow(x, y + 7, 26, LAMP, 0.55);
      pen.fill('#2a1a10', { x: x - 1.5, y: y - 1, width: 3, height: 4 });
      pen.fill('#fff3d2', { x: x - 3.5, y: y + 2.5, width: 7, height: 9 }, 4);
    }
  }
}

function headline(scene: Scene, bottom: number): void {
  const { pen, content } = scene;
  const inner = pen.width - MARGIN * 2;
  const type = { size: 33, weight: 900, color: WHITE, leading: 1.24, lines: 2, balanced: true } as const;
  const smaller = { ...type, size: 28 };
  const title = pen.fit(content.title, [type, smaller, { ...type, size: 25, lines: 3 }], inner);
  const small = { size: 13.5, color: [236, 222, 208], leading: 1.4 } as const;
  const text = content.text ? pen.lay(content.text, small, inner) : undefined;
  let y = bottom - title.height - (text ? text.height + 4 : 0);
  sign(scene, y - 40);
  y = pen.write(title, MARGIN, y);
  if (text) pen.write(text, MARGIN, y + 4);
}

/** A sign of light, as over a stall: when it begins, or that it is on. */
function sign({ pen, content, look }: Scene, top: number): void {
  const { when, badge, live } = content;
  const words = when ? whenWords(when) : badge;
  if (!words) return;
  const inner = pen.width - MARGIN * 2;
  const laid = pen.lay(words, { size: 15, weight: 700, color: LAMP }, inner - 40);
  const dot = live ? 14 : 0;
  const box = { x: MARGIN, y: top, width: laid.width + 24 + dot, height: 30 };
  const ground: Rgb = [24, 12, 8];
  pen.fill(writeColor(ground, 0.55), box, 15);
  pen.shadow(writeColor(LAMP, 0.9), 7, 0, () => pen.frame(writeColor(LAMP), box, 15, 1.5));
  const lit = { x: MARGIN + 12, y: top + 11.5, width: 7, height: 7 };
  if (live) pen.fill(writeColor(readable(look.brand, ground, 4)), lit, 4);
  pen.write(laid, MARGIN + 12 + dot, top + 15 - laid.height / 2);
  const left = box.width + 10;
  const label = { size: 13, weight: 600, color: WHITE } as const;
  const beside = when?.left ?? badge;
  if (when && left + pen.widthOf(beside, label) < inner)
    pen.text(beside, label, MARGIN + left, top + 6, inner - left);
}

function renderStalls(
  scene: Scene,
  products: readonly PosterProduct[],
  top: number,
  height: number,
  night: Rgb,
): void {
  const { pen, look } = scene;
  const count = products.length;
  const width = (pen.width - MARGIN * 2 - GAP * (count - 1)) / count;
  const ground = mix(night, [255, 240, 225], 0.09);
  const radius = Math.max(4, look.radius);
  products.forEach((product, at) => {
    const x = MARGIN + at * (width + GAP);
    pen.fill(writeColor(ground), { x, y: top, width, height }, radius);
    if (count === 1) wideStall(scene, product, { x, y: top, width, height }, radius);
    else stall(scene, product, { x, y: top, width, height }, radius);
  });
}

function stall(scene: Scene, product: PosterProduct, { x, y, width, height }: Place, radius: number): void {
  const { pen } = scene;
  const picture = { x: x + 4, y: y + 4, width: width - 8, height: 74 };
  drawPicture(scene, product.picture, product.title, picture, radius - 2);
  const number = { size: 10.5, weight: 600, color: WHITE } as const;
  const wide = Math.min(pen.widthOf(product.number, number) + 12, picture.width - 8);
  const chip = { x: picture.x + 5, y: picture.y + 5, width: wide, height: 18 };
  pen.fill('rgba(20,10,6,.68)', chip, 9);
  pen.text(product.number, number, chip.x + 6, chip.y + 1.5, wide - 12);
  const { sale } = product;
  if (sale) {
    const type = { ...number, color: INK };
    const room = picture.width - 22;
    const words = pen.together([sale.name, sale.when], type, room);
    const tag = {
      ...chip,
      y: picture.y + 51,
      width: Math.ceil(Math.min(room, pen.widthOf(words, type))) + 12,
    };
    pen.fill(writeColor(CARD), tag, 9);
    pen.text(words, type, tag.x + 6, tag.y + 1.5, tag.width - 12);
  }
  const title = { size: 12, weight: 600, color: WHITE, leading: 1.25, lines: 2 } as const;
  const laid = pen.lay(product.title, title, width - 14);
  pen.write(laid, x + 8, y + 96.5 - laid.height / 2);
  card(scene, product, { x: x + 4, y: y + height - 31, width: width - 8, height: 27 }, radius - 2, 18);
}

function wideStall(
  scene: Scene,
  product: PosterProduct,
  { x, y, width, height }: Place,
  radius: number,
): void {
  const { pen } = scene;
  const side = height - 10;
  drawPicture(
    scene,
    product.picture,
    product.title,
    { x: x + 5, y: y + 5, width: side, height: side },
    radius - 2,
  );
  const left = x + side + 17;
  const room = width - side - 29;
  const { sale } = product;
  const number = { size: 12, weight: 600, color: LAMP } as const;
  const line = pen.together([product.number, sale?.name, sale?.when], number, room);
  const next = pen.text(line, number, left, y + 12, room);
  pen.text(
    product.title,
    { size: 15, weight: 600, color: WHITE, leading: 1.32, lines: 3 },
    ...([left, next + 2, room] as const),
  );
  card(scene, product, { x: left, y: y + height - 46, width: room, height: 36 }, radius - 2, 25);
}

type Place = Parameters<Scene['pen']['fill']>[1];

function card(scene: Scene, product: PosterProduct, box: Place, radius: number, size: number): void {
  const { x, y, width, height } = box;
  scene.pen.fill(writeColor(CARD), box, Math.max(3, radius));
  const [color, muted]: [Rgb, Rgb] = [INK, [110, 74, 22]];
  drawPrice(scene, product.price, x + 8, y + height / 2 + size * 0.36, {
    size,
    color,
    muted,
    width: width - 14,
  });
}

function footer(scene: Scene, top: number, night: Rgb): void {
  const { pen, content, code, picture } = scene;
  const box = { x: pen.width - MARGIN - CODE, y: top, width: CODE, height: CODE };
  pen.code(code, box, 10);
  const room = box.x - MARGIN - 18;
  const image = picture(content.host.avatar);
  const size = image ? 46 : 0;
  const muted = readable(mix(WHITE, night, 0.3), night);
  const name = pen.lay(
    content.host.name,
    { size: 16, weight: 600, color: WHITE, leading: 1.3, lines: 2 },
    room,
  );
  const hint = pen.lay(content.code.hint, { size: 12.5, color: muted, leading: 1.4, lines: 2 }, room);
  let y = top + (CODE - (size && size + 10) - name.height - 4 - hint.height) / 2;
  if (image) {
    pen.picture(image, { x: MARGIN, y, width: size, height: size }, size / 2);
    pen.frame(
      writeColor(LAMP),
      { x: MARGIN - 2, y: y - 2, width: size + 4, height: size + 4 },
      size / 2 + 2,
      1.5,
    );
    y += size + 10;
  }
  pen.write(hint, MARGIN, pen.write(name, MARGIN, y) + 4);
}
