import { html, type TemplateResult } from 'lit';
import { around, HOLE } from '../../base/money-text.js';
import type { Speech } from '../../base/speech.js';
import { formatDuration } from '../../core/format.js';

/** A message about `ms` to come, with the figures in boxes as on a departure board. Screen readers are not told every second. */
export function renderCountdown(
  t: Speech['t'],
  key: 'coupon.opensIn' | 'coupon.closesIn',
  ms: number,
): TemplateResult {
  const figures = formatDuration(ms)
    .split(':')
    .map((two, index) => html`${index > 0 ? ':' : ''}<b>${two}</b>`);
  const time = html`<bdi class="figures">${figures}</bdi>`;
  return html`<span part="countdown" class="countdown" role="timer"
    >${around(t(key, { time: HOLE }), time)}</span
  >`;
}
