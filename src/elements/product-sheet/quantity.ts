import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Speech } from '../../base/speech.js';

/** How many, between one and `most`, and why no more where that is met. */
export function renderQuantity(
  { t }: Speech,
  { value, most, why, set }: { value: number; most: number; why: string; set(value: number): void },
): TemplateResult {
  const onChange = (event: Event) => {
    const field = event.target as HTMLInputElement;
    const typed = Number.parseInt(field.value, 10);
    set(Math.max(1, Math.min(most, Number.isFinite(typed) ? typed : value)));
  };
  return html`<div part="quantity" class="quantity">
    <label id="quantity" for="pieces">${t('sheet.quantity')}</label>
    <span class="why" id="why">${value >= most ? why : nothing}</span>
    <div class="stepper" role="group" aria-labelledby="quantity">
      <button
        type="button"
        class="icon-button"
        aria-label=${t('sheet.less')}
        ?disabled=${value <= 1}
        @click=${() => set(value - 1)}
      >
        <i class="minus"></i>
      </button>
      <input
        inputmode="numeric"
        autocomplete="off"
        size="3"
        id="pieces"
        aria-describedby="why"
        .value=${live(String(value))}
        @change=${onChange}
      />
      <button
        type="button"
        class="icon-button"
        aria-label=${t('sheet.more')}
        ?disabled=${value >= most}
        @click=${() => set(value + 1)}
      >
        <i class="minus"></i><i class="minus plus"></i>
      </button>
    </div>
  </div>`;
}
