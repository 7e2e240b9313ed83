import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../styles/icon.js';
import type { Way } from './share-ways.js';

export const posterDrawing = 'M6 3.5h12v17H6zM8.5 6.5h7v5.5h-7zM8.5 15h3.5M8.5 17.5h3.5M14.5 15h1v2.5h-1z';

const DRAWN: Partial<Record<Way, `M${string}`>> = {
  system: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  poster: posterDrawing,
};

/** Of a service its letter in its colour (share-ways.css.ts), since their marks are theirs. */
export const wayMark = (way: Way): TemplateResult =>
  html`<span class="mark ${way}">${DRAWN[way] ? icon(DRAWN[way]) : nothing}</span>`;
