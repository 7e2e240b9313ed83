import type { PosterTemplate } from './scene.js';
import type { Design } from './designs.js';
import { closeUp } from './templates/close-up.js';
import { editorial } from './templates/editorial.js';
import { market } from './templates/market.js';

/** The shipped ones. */
export const templates: Readonly<Record<Design, PosterTemplate>> = {
  editorial,
  market,
  'close-up': closeUp,
};
