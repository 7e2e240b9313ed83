import { html, type TemplateResult } from 'lit';
import { clockFigures } from '../../base/clock-figures.js';
import type { Speech } from '../../base/speech.js';
import type { MessageKey } from '../../i18n/translate.js';

/** A message about `ms` to come. Screen readers are not told every second. */
export const renderCountdown = (t: Speech['t'], key: MessageKey, ms: number): TemplateResult =>
  html`<span part="countdown" class="countdown" role="timer"
    >${clockFigures(time => t(key, { time }), ms)}</span
  >`;
