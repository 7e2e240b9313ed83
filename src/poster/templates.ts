import type { PosterTemplate } from './scene.js';
import { closeUp } from './templates/close-up.js';
import { editorial } from './templates/editorial.js';
import { market } from './templates/market.js';

/** The shipped ones. */
export const templates = { editorial, market, 'close-up': closeUp } satisfies Record<string, PosterTemplate>;

export type TemplateName = keyof typeof templates;
