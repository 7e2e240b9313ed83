import { drawPoster, type PosterOptions } from './draw-poster.js';
import type { PosterContent } from './poster-content.js';

/** Some apps save no larger picture from an address that holds the picture itself, bytes; base64 makes four of three. */
export const MOST_BYTES = 300_000;
const QUALITIES = [0.9, 0.8, 0.68, 0.55];

export interface Poster {
  readonly blob: Blob;
  readonly canvas: HTMLCanvasElement;
}

export interface MakeOptions extends PosterOptions {
  /** It is drawn, and may be shown: packing waits for what this comes to. */
  readonly drawn?: (canvas: HTMLCanvasElement) => Promise<void>;
}

/** Draws a poster and packs it as a JPEG, small enough for a data URL of 300 kB. Rejects only where a browser can do neither. */
export async function makePoster(content: PosterContent, options: MakeOptions): Promise<Poster> {
  const canvas = await drawPoster(content, options);
  await options.drawn?.(canvas);
  try {
    return { canvas, blob: await pack(canvas) };
  } catch (error) {
    // A picture that was let through and has made the canvas unreadable nevertheless.
    if (options.bare || (error as Error).name !== 'SecurityError') throw error;
    return makePoster(content, { ...options, bare: true });
  }
}

async function pack(canvas: HTMLCanvasElement): Promise<Blob> {
  let blob: Blob | undefined;
  for (const quality of QUALITIES) {
    blob = await jpeg(canvas, quality);
    if ((blob.size * 4) / 3 < MOST_BYTES) break;
  }
  return blob!;
}

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const packed = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('the poster could not be packed'));
    canvas.toBlob(packed, 'image/jpeg', quality);
  });

/** The picture as an address of its own. */
export const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the poster could not be read'));
    reader.readAsDataURL(blob);
  });
