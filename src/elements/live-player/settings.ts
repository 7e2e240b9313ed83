import { html, nothing, type TemplateResult } from 'lit';
import { Listeners } from '../../media/listeners.js';
import { addStyles } from '../../styles/add-styles.js';
import { icon } from '../../styles/icon.js';
import { cross, left } from '../../styles/player-drawings.js';
import { linesOf, type Choices } from './settings-lines.js';
import { renderLines, type PageName } from './settings-page.js';
import { settings } from './settings.css.js';

const TITLES = {
  main: 'player.settings',
  quality: 'player.quality',
  speed: 'player.speed',
  captions: 'player.captions',
  chapters: 'player.chapters',
} as const;

/** What was hidden behind the settings, as a room's own buttons are, comes back a moment after they went. */
function giveFocus(to: HTMLElement, tries = 10): void {
  to.focus({ preventScroll: true });
  if (!to.matches(':focus') && to.isConnected && tries > 0)
    requestAnimationFrame(() => giveFocus(to, tries - 1));
}

/** The settings of one player: a panel above their button, or a sheet where there is no room for one. */
export class Settings {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #changed: () => void;
  readonly #listeners = new Listeners();
  #page: PageName | undefined;
  /** What the focus is to go to, once it is there. */
  #wanted: PageName | undefined;
  #opener: HTMLElement | undefined;

  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    this.#root = host.shadowRoot!;
    this.#changed = changed;
    addStyles(this.#root, [settings]);
  }

  get isOpen(): boolean {
    return this.#page !== undefined;
  }

  open(): void {
    if (this.isOpen) return;
    const around = this.#host.getRootNode() as Document | ShadowRoot;
    const focused = this.#root.activeElement ?? around.activeElement;
    // Safari gives no button the focus when it is clicked.
    const opener = focused instanceof HTMLElement && focused !== document.body ? focused : undefined;
    this.#opener = opener ?? this.#root.querySelector<HTMLElement>('.opener') ?? undefined;
    this.#show('main');
    // A tap anywhere else on the page; one on the player itself meets the layer under the panel.
    this.#listeners.on(document, 'pointerdown', event => {
      if (!event.composedPath().includes(this.#host)) this.close(false);
    });
  }

  readonly close = (returning = true): void => {
    if (!this.isOpen) return;
    this.#listeners.clear();
    this.#page = undefined;
    this.#changed();
    if (returning && this.#opener) giveFocus(this.#opener);
    this.#opener = undefined;
  };

  /** To be called after every rendering: a page that has just come takes the focus. */
  updated(): void {
    if (!this.#wanted || !this.isOpen) return;
    this.#wanted = undefined;
    const first = this.#root.querySelector<HTMLElement>('.settings [aria-checked=true][role=menuitemradio]');
    (first ?? this.#root.querySelector<HTMLElement>('.settings .line') ?? this.#items[0])?.focus({
      preventScroll: false,
    });
  }

  #show(page: PageName): void {
    this.#page = this.#wanted = page;
    this.#changed();
  }

  get #items(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('.settings button, .settings .seek')];
  }

  readonly #back = (): void => (this.#page === 'main' ? this.close() : this.#show('main'));

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // The player's own keys rest meanwhile, and so do those of the room around it.
    event.stopPropagation();
    const rtl = getComputedStyle(this.#host).direction === 'rtl';
    const items = this.#items;
    const at = items.indexOf(event.target as HTMLElement);
    // On the timeline these are its own.
    if (items[at]?.matches('.seek') && /^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)) return;
    const go = (to: number) => items[(to + items.length) % items.length]?.focus();
    switch (event.key) {
      case 'ArrowDown':
        go(at + 1);
        break;
      case 'ArrowUp':
        go(at - 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(-1);
        break;
      case 'Escape':
        this.#back();
        break;
      case 'Tab':
        // On from where the settings were opened.
        return this.close();
      case rtl ? 'ArrowLeft' : 'ArrowRight':
        if (items[at]?.hasAttribute('aria-haspopup')) items[at].click();
        break;
      case rtl ? 'ArrowRight' : 'ArrowLeft':
        if (this.#page !== 'main') this.#back();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  render(
    view: Omit<Choices, 'open' | 'close'>,
    sheet: boolean,
    steering: unknown,
  ): TemplateResult | typeof nothing {
    const page = this.#page;
    if (!page) return nothing;
    const { t } = view;
    const main = page === 'main';
    const title = t(TITLES[page]);
    const lines = linesOf(page, { ...view, open: name => this.#show(name), close: this.close });
    return html`<div class="beneath ${sheet ? 'dim' : ''}" @click=${() => this.close()}></div>
      <div part="settings" class="settings ${sheet ? 'sheet' : ''}" @keydown=${this.#onKeydown}>
        <div class="settings-head">
          <button
            type="button"
            class="icon-button"
            aria-label=${t(main ? 'player.close' : 'player.back')}
            @click=${this.#back}
          >
            ${icon(main ? cross : left, 20)}
          </button>
          <span class="settings-title">${title}</span>
        </div>
        ${main ? steering : nothing} ${renderLines(lines, title)}
      </div>`;
  }
}
