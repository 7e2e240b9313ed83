import { Part } from '../../core/part.js';

/** All that is of use only once there is a product. */
export const shelf = new Part(async () => (await import(/* along */ './product-shelf.js')).ProductShelf);
