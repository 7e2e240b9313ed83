import { Part } from '../core/part.js';

/** Reads the products of a page for an element that asks for them. */
export const pageProducts = new Part(async () => (await import('./page-products.js')).PageProducts);
