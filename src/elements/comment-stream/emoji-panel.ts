import { html, nothing } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';
import { keepFocus } from './render-composer.js';

/** What people in a shop's room say without words. Old enough for every phone to have them. */
const EMOJI = [...'😀😂😊😍😘😋😎🤔😮😅😢😭🙏👍👏👌✌💪🎉🌹❤💯🔥✨🎁🛒💰🍵'].map(one =>
  // These two are signs unless they are told to be pictures.
  /[✌❤]/.test(one) ? `${one}\ufe0f` : one,
);

const smile =
  'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8.5 14a4.2 4.2 0 0 0 7 0M9.2 9.6h.01M14.8 9.6h.01';
const keys = 'M3.5 6.5h17v11h-17zM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8';

/** A small panel of emoji under the field. A touch keyboard gives way to it, and comes back with the field. */
export class EmojiPanel {
  readonly #root: ShadowRoot;
  readonly #t: Speech['t'];
  readonly #pick: (emoji: string) => void;
  readonly #changed: () => void;
  #open = false;
  #focus = false;
  #at = 0;

  constructor(root: ShadowRoot, t: Speech['t'], pick: (emoji: string) => void, changed: () => void) {
    this.#root = root;
    this.#t = t;
    this.#pick = pick;
    this.#changed = changed;
  }

  get open(): boolean {
    return this.#open;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#changed();
  }

  readonly #toggle = (): void => {
    this.#open = this.#focus = !this.#open;
    this.#changed();
    if (!this.#open) this.#root.querySelector('textarea')?.focus();
  };

  /** To be called after every rendering. */
  updated(): void {
    if (!this.#focus) return;
    this.#focus = false;
    this.#root.querySelector<HTMLElement>('.emoji [tabindex="0"]')?.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const items = [...this.#root.querySelectorAll<HTMLElement>('.emoji button')];
    const at = items.indexOf(event.target as HTMLElement);
    const { key } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      return this.#toggle();
    }
    const row = items.filter(item => item.offsetTop === items[0]!.offsetTop).length;
    const to = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + row,
      ArrowUp: at - row,
      Home: 0,
      End: items.length - 1,
    }[key];
    if (to === undefined) return;
    event.preventDefault();
    if (!items[to]) return;
    this.#at = to;
    items[to].focus();
    this.#changed();
  };

  /** The button that opens it. */
  renderButton(): unknown {
    return html`<button
      type="button"
      part="emoji-button"
      class="icon-button"
      aria-label=${this.#t('comment.emoji')}
      aria-expanded=${this.#open ? 'true' : 'false'}
      aria-controls="emoji"
      @mousedown=${keepFocus}
      @click=${this.#toggle}
    >
      ${icon(this.#open ? keys : smile, 22)}
    </button>`;
  }

  render(): unknown {
    if (!this.#open) return nothing;
    return html`<div
      id="emoji"
      part="emoji"
      class="emoji"
      role="group"
      aria-label=${this.#t('comment.emoji')}
      @keydown=${this.#onKeydown}
      @mousedown=${keepFocus}
    >
      ${EMOJI.map(
        (one, index) =>
          html`<button type="button" tabindex=${index === this.#at ? 0 : -1} @click=${() => this.#pick(one)}>
            ${one}
          </button>`,
      )}
    </div>`;
  }
}
