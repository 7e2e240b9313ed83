import { contrast, mix, readable, writeColor, type Rgb } from '../colors.js';
import { drawPicture, drawPrice, type PosterTemplate, type Scene } from '../scene.js';

const MARGIN = 28;
const CODE = 126;
const INK: Rgb = [31, 27, 24];
const BLACK: Rgb = [0, 0, 0];

/** Like a page of a magazine: paper, a headline in serifs, a picture that runs off the edge, and the hour cut into it. */
export const editorial: PosterTemplate = scene => {
  const { pen, content, look } = scene;
  const { width, height } = pen;
  // Paper is light, in dark themes too.
  const paper = mix(
    contrast(look.surface, BLACK) > 12 ? look.surface : [255, 255, 255],
    [245, 237, 226],
    0.65,
  );
  const accent = readable(look.brand, paper);
  const muted = readable(mix(INK, paper, 0.42), paper);
  pen.fill(writeColor(paper), { x: 0, y: 0, width, height });
  masthead(scene, accent, muted);

  const inner = width - MARGIN * 2;
  const heading = { size: 31, weight: 700, serif: true, color: INK, leading: 1.27, lines: 2 } as const;
  const title = pen.fit(
    content.title,
    [
      { ...heading, balanced: true },
      { ...heading, size: 27, balanced: true },
      { ...heading, size: 25, lines: 3, balanced: true },
    ],
    inner,
  );
  let y = pen.write(title, MARGIN, 72) + 6;
  if (content.text) {
    const lines = title.lines.length > 1 ? 1 : 2;
    y = pen.text(content.text, { size: 13.5, color: muted, leading: 1.5, lines }, MARGIN, y, inner);
  }

  const foot = height - 26 - CODE;
  const picture = { x: MARGIN, y: y + 16, width: width - MARGIN, height: foot - 24 - (y + 16) };
  drawPicture(scene, content.picture, content.host.name, picture, 0, 0.35);
  if (content.when) {
    const { date, time, zone = '', left } = content.when;
    const hour = pen.lay(time, { size: 38, weight: 700, serif: true, color: accent, leading: 1.05 }, 220);
    const dated = { size: 12.5, weight: 600, color: INK, leading: 1.3 } as const;
    const day = pen.lay(pen.together([date, left], dated, 250), dated, 250);
    const small = { size: 12.5, weight: 600, color: accent } as const;
    const zoneWidth = zone ? pen.widthOf(zone, small) + 6 : 0;
    const notch = {
      width: Math.max(hour.width + zoneWidth, day.width) + 20,
      height: hour.height + day.height + 14,
    };
    const top = picture.y + picture.height - notch.height;
    pen.fill(writeColor(paper), { x: 0, y: top, width: MARGIN + notch.width, height: notch.height + 1 });
    const low = pen.write(hour, MARGIN, pen.write(day, MARGIN, top + 12));
    pen.line(zone, small, MARGIN + hour.width + 6, low - 7);
  }
  footer(scene, foot, accent, muted);
};

function masthead({ pen, content, picture }: Scene, accent: Rgb, muted: Rgb): void {
  const { host, badge, live } = content;
  const right = pen.width - MARGIN;
  const type = { size: 12, weight: 600, color: accent } as const;
  const badgeWidth = pen.widthOf(badge, type);
  pen.line(badge, type, right - badgeWidth, 44);
  if (live) pen.fill(writeColor(accent), { x: right - badgeWidth - 12, y: 36.5, width: 6, height: 6 }, 3);
  const image = picture(host.avatar);
  if (image) pen.picture(image, { x: MARGIN, y: 26, width: 28, height: 28 }, 14);
  const at = MARGIN + (image ? 36 : 0);
  const name = { size: 13, weight: 600, color: muted } as const;
  pen.write(pen.lay(host.name, name, right - badgeWidth - 24 - at), at, 31);
}

function footer(scene: Scene, top: number, accent: Rgb, muted: Rgb): void {
  const { pen, content, code } = scene;
  const { width } = pen;
  const hairline = writeColor(INK, 0.16);
  const box = { x: width - MARGIN - CODE, y: top, width: CODE, height: CODE };
  pen.code(code, box, 2);
  pen.frame(hairline, box, 2, 1);
  pen.fill(hairline, { x: MARGIN, y: top, width: box.x - MARGIN - 16, height: 1 });
  const room = box.x - MARGIN - 16;
  const [product] = content.products;
  const size = product ? 11.5 : 13;
  const hint = pen.lay(content.code.hint, { size, color: muted, leading: 1.4, lines: 2 }, room);
  pen.write(hint, MARGIN, top + CODE - hint.height);
  if (!product) {
    const name = { size: 21, weight: 700, serif: true, color: INK, leading: 1.3, lines: 3 } as const;
    pen.text(content.host.name, name, MARGIN, top + 12, room);
    return;
  }
  const number = { size: 11.5, weight: 600, color: accent, leading: 1.5 } as const;
  const { sale } = product;
  const line = pen.together([product.number, sale?.name, sale?.when], number, room);
  const y = pen.text(line, number, MARGIN, top + 9, room);
  pen.text(product.title, { size: 14, weight: 600, color: INK, leading: 1.3, lines: 2 }, MARGIN, y, room);
  drawPrice(scene, product.price, MARGIN, top + CODE - hint.height - 10, {
    ...{ size: 24, color: accent, muted, width: room },
  });
}
