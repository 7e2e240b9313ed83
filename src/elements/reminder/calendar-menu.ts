import { html, nothing, type TemplateResult } from 'lit';
import { FloatLayer } from '../../base/float-layer.js';
import { renderFloatLayer } from '../../base/render-float-layer.js';
import type { Voice } from '../../base/speech.js';
import { calendarFile, googleCalendar, outlookCalendar, type CalendarEntry } from '../../core/calendar.js';
import { copyText } from '../../platform/copy-text.js';
import { pageEnvironment, type Environment } from '../../platform/environment.js';
import { hostApp } from '../../platform/host-app.js';
import { icon } from '../../styles/icon.js';
import { link } from '../../styles/shop-drawings.js';

/** What the menu is opened with. */
export interface CalendarOffer {
  entry: CalendarEntry;
  /** Date, title and link, to be pasted. */
  text: string;
  /** The page's own file. */
  file: string | undefined;
}

/** The ways into a calendar. WeChat and its kin open no file and no calendar's page: there the date is copied. */
export class CalendarMenu {
  readonly #voice: Voice;
  readonly #changed: () => void;
  readonly layer = new FloatLayer(refocus => this.#close(refocus));
  #offer: CalendarOffer | undefined;
  #env: Environment | undefined;
  /** What came of copying. */
  said = '';
  /** The button to come back to. */
  refocus: (() => void) | undefined;

  constructor(voice: Voice, changed: () => void) {
    this.#voice = voice;
    this.#changed = changed;
  }

  get open(): boolean {
    return this.#offer !== undefined;
  }

  toggle(offer: CalendarOffer, env: Environment = pageEnvironment()): void {
    if (this.open) return this.#close(true);
    this.#offer = offer;
    this.#env = env;
    this.said = '';
    this.#changed();
  }

  /** The element has left the page. */
  leave(): void {
    this.layer.close();
    this.#offer = undefined;
  }

  #close(refocus: boolean): void {
    this.layer.close();
    this.#offer = undefined;
    this.#changed();
    if (refocus) this.refocus?.();
  }

  async #copy(text: string): Promise<void> {
    const copied = await copyText(text, this.#env);
    this.said = this.#voice.t(copied ? 'remind.copied' : 'remind.notCopied');
    this.#changed();
  }

  render(): TemplateResult | typeof nothing {
    const offer = this.#offer;
    if (!offer) return nothing;
    const { t } = this.#voice;
    const { name, miniProgram } = hostApp(this.#env!);
    const items = name !== 'browser' || miniProgram ? [] : this.#ways(offer);
    items.push(
      html`${items.length === 0 ? html`<p class="way-note">${t('remind.inApp')}</p>` : nothing}
        <p part="copy-text" class="copy-text">${offer.text}</p>
        <button type="button" part="way" class="way action" @click=${() => void this.#copy(offer.text)}>
          ${icon(link, 20)}${t('remind.copy')}
        </button>
        <p class="way-note" role="status">${this.said}</p>`,
    );
    return renderFloatLayer({
      speech: { language: this.#voice.language(), t, words: this.#voice.words },
      label: t('remind.calendar'),
      list: 'ways',
      items,
      toggle: () => this.#close(true),
    });
  }

  #ways(offer: CalendarOffer): TemplateResult[] {
    const { t } = this.#voice;
    const done = () => this.#close(true);
    const elsewhere = (name: string, href: string) =>
      html`<a part="way" class="way" href=${href} target="_blank" rel="noopener noreferrer" @click=${done}>
        ${icon('clock', 20)}${t('remind.web', { name })}
      </a>`;
    return [
      html`<a
        part="way"
        class="way action"
        href=${offer.file ?? fileOf(offer.entry)}
        download="show.ics"
        @click=${done}
      >
        ${icon('clock', 20)}${t('remind.file')}
      </a>`,
      elsewhere('Google', googleCalendar(offer.entry)),
      elsewhere('Outlook', outlookCalendar(offer.entry)),
    ];
  }
}

/** As an address of its own, which every browser takes and no policy of a page forbids. */
const fileOf = (entry: CalendarEntry): string =>
  `data:text/calendar;charset=utf-8,${encodeURIComponent(calendarFile(entry))}`;
