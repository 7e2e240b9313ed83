import { products } from './products/all.js';
import { picture } from './products/picture.js';

/** What the scripts outside may ask of the page. */
export interface Studio {
  productIds(): string[];
  product(id: string, type: string, quality: number): string;
}

const studio: Studio = {
  productIds: () => products.map(goods => goods.id),
  product(id, type, quality) {
    const goods = products.find(one => one.id === id);
    if (!goods) throw new Error(`no product ${id}`);
    return picture(goods).toDataURL(type, quality);
  },
};

declare global {
  interface Window {
    studio: Studio;
  }
}
window.studio = studio;
