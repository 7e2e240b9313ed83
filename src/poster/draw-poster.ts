import type { Picture } from './load-picture.js';
import type { Look } from './look.js';
import { Pen } from './pen.js';
import { Pictures } from './pictures.js';
import type { PosterContent } from './poster-content.js';
import { qrCode } from './qr-code.js';
import { picturesFor, type Design } from './designs.js';
import { templates } from './templates.js';

/** A poster's own px: as wide as a phone, and as high as most. */
export const POSTER_SIZE = { width: 375, height: 667 } as const;

/** Canvas px for one of a poster's: more is no better to read on a phone, and old ones cannot hold it. */
const [LEAST, MOST] = [1, 3];

export interface PosterOptions {
  readonly design: Design;
  readonly look: Look;
  /** From the right to the left. */
  readonly rtl?: boolean;
  /** Canvas px for one px of the poster, 1–3. Default: 2, which is sharp on a phone. 3 is for print. */
  readonly scale?: number;
  /** How long it waits for its pictures, ms. */
  readonly patienceMs?: number;
  /** Where they are on their way already. */
  readonly pictures?: Pictures;
  /** Without any picture: where one has made the canvas unreadable. */
  readonly bare?: boolean;
}

/**
 * Draws a poster. Pictures that do not come, or that may not be read, are left out; rejects only where the browser has no
 * canvas, or the link is too long for a code.
 */
export async function drawPoster(content: PosterContent, options: PosterOptions): Promise<HTMLCanvasElement> {
  const { design, look, rtl = false, scale = 2, patienceMs, bare = false } = options;
  const { pictures: coming = new Pictures(patienceMs) } = options;
  // While they are on their way.
  const code = qrCode(content.code.url);
  const pictures = new Map<string, Picture>();
  await Promise.all(
    (bare ? [] : picturesFor(design, content)).map(async url => {
      const picture = await coming.of(url);
      if (picture) pictures.set(url, picture);
    }),
  );
  const canvas = document.createElement('canvas');
  const factor = Math.min(MOST, Math.max(LEAST, scale || LEAST));
  canvas.width = Math.round(POSTER_SIZE.width * factor);
  canvas.height = Math.round(POSTER_SIZE.height * factor);
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx) throw new Error('this browser has no canvas');
  ctx.scale(canvas.width / POSTER_SIZE.width, canvas.height / POSTER_SIZE.height);
  templates[design]({
    pen: new Pen(ctx, POSTER_SIZE, look, rtl),
    content,
    look,
    code,
    picture: url => (url === undefined ? undefined : pictures.get(url)),
  });
  return canvas;
}
