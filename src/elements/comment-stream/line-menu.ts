import { html, nothing } from 'lit';
import type { Voice } from '../../base/speech.js';
import type { ShownLine } from '../../core/comment-pace.js';
import type { ReportReason } from '../../events/qun-report-comment-event.js';
import type { Code } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { check } from '../../styles/shop-drawings.js';
import { errorWords } from './error-words.js';
import { keepFocus } from './render-composer.js';

/** Long enough to read a short phrase, ms. */
const TOLD_MS = 2600;
/** Between a line and its menu, and between the menu and the edge of the view, px. */
const GAP_PX = 4;

const reasons: readonly ReportReason[] = ['spam', 'abuse', 'fraud', 'other'];

/** What the menu can have done. */
export interface LineDeeds {
  readonly root: ShadowRoot;
  readonly speech: Voice;
  mayReply(line: ShownLine): boolean;
  mayReport(line: ShownLine): boolean;
  reply(line: ShownLine): void;
  /** Resolves to why it could not be; undefined: it is done, or nobody has to know. */
  report(line: ShownLine, reason: ReportReason): Promise<Code | true | undefined>;
  /** The menu has something else to show. */
  changed(): void;
  /** Nothing moves while it is open. */
  opened(): void;
  closed(): void;
}

/** What can be done with one line, beside it: answered to, or reported with a reason. */
export class LineMenu {
  readonly #deeds: LineDeeds;
  #line: ShownLine | undefined;
  #item: HTMLElement | undefined;
  #step: 'actions' | 'reasons' | 'sending' | 'told' = 'actions';
  #problem: Code | undefined;
  #focus = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #away: AbortController | undefined;

  constructor(deeds: LineDeeds) {
    this.#deeds = deeds;
  }

  /** The line it belongs to; undefined: it is closed. */
  get line(): ShownLine | undefined {
    return this.#line;
  }

  get #menu(): HTMLElement | null {
    return this.#deeds.root.querySelector<HTMLElement>('.menu');
  }

  /** Opens beside `item`, the list item of `line`; a second time it closes. Nothing where nothing can be done. */
  open(line: ShownLine, item: HTMLElement): void {
    const same = this.#line !== undefined && this.#item === item;
    this.close();
    const { root, mayReply, mayReport, opened } = this.#deeds;
    if (same || (!mayReply(line) && !mayReport(line))) return;
    this.#line = line;
    this.#item = item;
    item.setAttribute('data-chosen', '');
    // Who is writing goes on writing: the keyboard stays.
    this.#focus = root.activeElement?.localName !== 'textarea';
    const away = (this.#away = new AbortController());
    document.addEventListener('pointerdown', this.#onAway, true);
    away.signal.addEventListener('abort', () =>
      document.removeEventListener('pointerdown', this.#onAway, true),
    );
    opened();
    this.#go('actions');
  }

  /** Closes; `back`: the focus goes where it came from. */
  close(back = this.#menu?.contains(this.#deeds.root.activeElement) ?? false): void {
    if (!this.#line) return;
    clearTimeout(this.#timer);
    this.#away?.abort();
    const item = this.#item;
    item?.removeAttribute('data-chosen');
    this.#line = this.#item = this.#problem = undefined;
    if (back) {
      const target = item?.hasAttribute('tabindex') ? item : item?.closest<HTMLElement>('.list');
      target?.focus({ preventScroll: true });
    }
    this.#deeds.closed();
    this.#deeds.changed();
  }

  /** To be called after every rendering, and when the lines have moved: stands beside its line, or goes with it. */
  place(): void {
    const menu = this.#menu;
    const item = this.#item;
    if (!menu || !item) return;
    const list = item.closest('.list')?.getBoundingClientRect();
    const line = item.getBoundingClientRect();
    if (!list || line.bottom <= list.top || line.top >= list.bottom) return this.close();
    const base = menu.parentElement!.getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width } = menu;
    // Above its line, where a finger does not hide it; below where there is room only there.
    const above = line.top - base.top - height - GAP_PX;
    const below = line.bottom - base.top + GAP_PX;
    const left = Math.max(0, Math.min(line.left - base.left, base.width - width - GAP_PX));
    menu.style.setProperty(
      'top',
      `${Math.round(above < 0 && below + height <= base.height ? below : above)}px`,
    );
    menu.style.setProperty('left', `${Math.round(left)}px`);
    if (!this.#focus) return;
    this.#focus = false;
    (menu.querySelector<HTMLElement>('button') ?? menu).focus({ preventScroll: true });
  }

  #go(step: 'actions' | 'reasons' | 'sending' | 'told'): void {
    // The button that has the focus is about to go.
    this.#focus ||= this.#menu?.contains(this.#deeds.root.activeElement) ?? false;
    this.#step = step;
    this.#deeds.changed();
  }

  readonly #onAway = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(this.#menu!) && !path.includes(this.#item!)) this.close(false);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      return this.close(true);
    }
    if (key === 'Tab') return this.close(true);
    const items = [...this.#menu!.querySelectorAll('button')];
    const at = items.indexOf(event.target as HTMLButtonElement);
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    }[key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    items[(to + items.length) % items.length]!.focus();
  };

  readonly #onReply = (): void => {
    const line = this.#line!;
    this.close(false);
    this.#deeds.reply(line);
  };

  async #report(reason: ReportReason): Promise<void> {
    const line = this.#line!;
    this.#problem = undefined;
    this.#go('sending');
    const outcome = await this.#deeds.report(line, reason);
    if (this.#line !== line) return;
    if (outcome === undefined) return this.close();
    if (outcome !== true) {
      this.#problem = outcome;
      return this.#go('reasons');
    }
    this.#go('told');
    this.#timer = setTimeout(() => this.close(), TOLD_MS);
  }

  render(): unknown {
    const line = this.#line;
    if (!line) return nothing;
    const { t } = this.#deeds.speech;
    if (this.#step === 'told')
      return html`<p part="menu" class="menu told" tabindex="-1">
        ${icon(check, 16)}${t('comment.reported')}
      </p>`;
    const asking = this.#step !== 'actions';
    return html`<div part="menu" class="menu" @keydown=${this.#onKeydown} @mousedown=${keepFocus}>
      ${asking ? this.#renderWhy() : nothing}
      <div
        class=${asking ? 'reasons' : 'actions'}
        role="menu"
        aria-label=${t(asking ? 'comment.reportWhy' : 'comment.actions')}
      >
        ${asking ? this.#renderReasons() : this.#renderActions(line)}
      </div>
    </div>`;
  }

  #renderActions(line: ShownLine) {
    const { mayReply, mayReport } = this.#deeds;
    return [
      mayReply(line) ? this.#renderItem('comment.reply', this.#onReply) : nothing,
      mayReport(line) ? this.#renderItem('comment.report', () => this.#go('reasons')) : nothing,
    ];
  }

  #renderWhy() {
    const { speech } = this.#deeds;
    const why = this.#problem ? errorWords(this.#problem, speech) : speech.t('comment.reportWhy');
    return html`<p class="why" role=${this.#problem ? 'alert' : nothing}>${why}</p>`;
  }

  #renderReasons() {
    return reasons.map(reason => this.#renderItem(`comment.${reason}`, () => void this.#report(reason)));
  }

  #renderItem(words: Parameters<Voice['t']>[0], onClick: () => void) {
    return html`<button
      type="button"
      part="menu-item"
      class="menu-item"
      role="menuitem"
      tabindex="-1"
      ?disabled=${this.#step === 'sending'}
      @click=${onClick}
    >
      ${this.#deeds.speech.t(words)}
    </button>`;
  }
}
