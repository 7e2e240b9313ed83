import { html, type TemplateResult } from 'lit';
import { icon } from '../styles/icon.js';
import { close } from '../styles/shop-drawings.js';
import type { Speech } from './speech.js';

export interface FloatLayerParts {
  speech: Speech;
  /** What the layer is called. */
  label: string;
  /** Class of the list, by which its own styles find it. */
  list: string;
  items: readonly TemplateResult[];
  toggle(): void;
}

/** The layer that a small tag at the picture's edge opens: the whole of what it stands for, and a way to close it. */
export const renderFloatLayer = ({ speech, label, list, items, toggle }: FloatLayerParts): TemplateResult =>
  html`<div part="layer" class="layer" popover="manual" role="dialog" aria-label=${label}>
    <ul class=${list} role="list">
      ${items.map(item => html`<li>${item}</li>`)}
    </ul>
    <button
      part="close"
      class="icon-button close"
      type="button"
      aria-label=${speech.t('room.close')}
      @click=${toggle}
    >
      ${icon(close, 18)}
    </button>
  </div>`;
