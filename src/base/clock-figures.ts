import { html, type TemplateResult } from 'lit';
import { formatDuration } from '../core/format.js';
import { around, HOLE } from './money-text.js';

/**
 * A message about `ms` to come, with the figures in boxes as on a departure board. `message` makes it of what stands for
 * the time: `time => t('coupon.opensIn', { time })`.
 */
export function clockFigures(message: (time: string) => string, ms: number): unknown[] {
  const figures = formatDuration(ms)
    .split(':')
    .map((two, index): TemplateResult => html`${index > 0 ? ':' : ''}<b>${two}</b>`);
  return around(message(HOLE), html`<bdi class="figures">${figures}</bdi>`);
}
