import { mix, writeColor, type Rgb } from './colors.js';
import { graphemes } from './break-lines.js';
import type { Picture } from './load-picture.js';
import type { Look } from './look.js';
import type { Box, Pen } from './pen.js';
import type { PosterContent, PosterPrice } from './poster-content.js';
import type { QrCode } from './qr-code.js';

/** What a template draws from, and with. */
export interface Scene {
  readonly pen: Pen;
  readonly content: PosterContent;
  readonly look: Look;
  readonly code: QrCode;
  /** The picture at an address; undefined where it did not come. */
  picture(url: string | undefined): Picture | undefined;
}

/** Draws one poster. Pure but for the pen: it waits for nothing and asks nobody. */
export type PosterTemplate = (scene: Scene) => void;

/** The picture, or in its place a ground in the theme's colour with the first character of `words`. */
export function drawPicture(
  { pen, look, picture }: Scene,
  url: string | undefined,
  words: string,
  box: Box,
  radius: number,
  focus?: number,
): void {
  const image = picture(url);
  if (image) return pen.picture(image, box, radius, focus);
  const [light, deep]: [Rgb, Rgb] = [
    mix(look.brand, [255, 250, 245], 0.72),
    mix(look.brand, [255, 250, 245], 0.5),
  ];
  const { x, y, width, height } = box;
  pen.fill(
    pen.fade(y, y + height, [
      [0, writeColor(light)],
      [1, writeColor(deep)],
    ]),
    box,
    radius,
  );
  const initial = graphemes(words.trim())[0]?.toUpperCase();
  if (!initial) return;
  const type = {
    size: Math.min(width, height, 240) * 0.42,
    color: mix(deep, look.brand, 0.3),
    leading: 1,
  };
  const laid = pen.lay(initial, { ...type, weight: 600 }, width);
  pen.write(laid, x + (width - laid.width) / 2, y + (height - laid.height) / 2);
}

interface PriceLook {
  readonly size: number;
  readonly color: Rgb;
  readonly muted: Rgb;
  /** Beyond this nothing is written. */
  readonly width: number;
}

/** The price, the one struck out, and "from" where there are several, on the line `y`. */
export function drawPrice({ pen }: Scene, price: PosterPrice, x: number, y: number, look: PriceLook): void {
  const { color, muted, width } = look;
  // A long figure is written smaller rather than cut.
  const { integer, fraction, currency } = price.money;
  const wide =
    pen.widthOf(integer, { size: 100, weight: 700, color }) +
    pen.widthOf(currency + fraction, { size: 55, color });
  const size = Math.min(look.size, Math.floor((width / wide) * 100));
  const small = { size: Math.max(11, Math.round(size * 0.4)), color };
  let at = x;
  const fits = (words: string, of = small) => at + pen.widthOf(words, of) <= x + width;
  const [before, after] = [price.before?.trim(), price.after?.trim()];
  if (before && fits(before)) at += pen.line(before, small, at, y) + 3;
  at += pen.money(price.money, { size, weight: 700, color }, at, y);
  if (after && fits(after)) at += 3 + pen.line(after, small, at + 3, y);
  const was = { size: Math.max(11, Math.round(size * 0.42)), color: muted };
  if (price.was && fits(price.was, was)) pen.line(price.was, was, at + 7, y, true);
}
