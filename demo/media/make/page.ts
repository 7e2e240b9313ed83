import { products } from './products/all.js';
import { picture } from './products/picture.js';
import { createShow } from './show/frame.js';
import { portrait } from './show/portrait.js';

/** What the scripts outside may ask of the page. */
export interface Studio {
  productIds(): string[];
  /** A product's picture as a data URL. */
  product(id: string, type: string, quality: number): string;
  /** The show at `t` seconds as a data URL. */
  frame(t: number, type: string, quality: number): string;
  /** The host's face in a square of `size` pixels. */
  host(size: number, type: string, quality: number): string;
}

let show: ReturnType<typeof createShow> | undefined;

const studio: Studio = {
  productIds: () => products.map(goods => goods.id),
  product(id, type, quality) {
    const goods = products.find(one => one.id === id);
    if (!goods) throw new Error(`no product ${id}`);
    return picture(goods).toDataURL(type, quality);
  },
  frame(t, type, quality) {
    show ??= createShow();
    show.draw(t);
    return show.canvas.toDataURL(type, quality);
  },
  host: (size, type, quality) => portrait(size).toDataURL(type, quality),
};

declare global {
  interface Window {
    studio: Studio;
  }
}
window.studio = studio;
