import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Voice } from '../../base/speech.js';
import { cleanText } from '../../core/clean-text.js';
import { QunSendMessageEvent } from '../../events/qun-send-message-event.js';
import { isCode, limits, QunError, type Product } from '../../protocol/index.js';
import { acting } from '../../stores/acting.js';
import { createActions } from '../../stores/actions.js';
import { addStyles } from '../../styles/add-styles.js';
import { askingStyle } from './asking.css.js';
import type { QunProductSheet } from './product-sheet.js';

interface Draft {
  text: string;
  /** On its way. */
  busy: boolean;
  /** What became of the last question. */
  said: string;
  failed: boolean;
}

const BLANK: Draft = { text: '', busy: false, said: '', failed: false };

/** Lets a viewer of one sheet ask the host about its product. What is being written stays with its product. */
export class Asking {
  readonly #host: QunProductSheet;
  readonly #voice: Voice;
  readonly #drafts = new Map<string, Draft>();

  constructor(host: QunProductSheet, voice: Voice) {
    this.#host = host;
    this.#voice = voice;
    acting.bring(createActions);
    addStyles(host.shadowRoot!, [askingStyle]);
  }

  #set(product: Product, draft: Partial<Draft>): void {
    this.#drafts.set(product.id, { ...BLANK, ...this.#drafts.get(product.id), ...draft });
    this.#host.requestUpdate();
  }

  async #ask(product: Product): Promise<void> {
    const { text, busy } = this.#drafts.get(product.id) ?? BLANK;
    const words = cleanText(text);
    if (words === '' || busy) return;
    const event = new QunSendMessageEvent(words, undefined, product.id);
    const free = this.#voice.ask(event);
    if (!event.answer && !free) return;
    this.#set(product, { busy: true, said: '' });
    const fault = event.answer ? await faultOf(event.answer) : await this.#send(words, product.id);
    const { t } = this.#voice;
    if (fault === undefined) this.#set(product, { ...BLANK, said: t('sheet.asked') });
    else
      this.#set(product, {
        busy: false,
        failed: true,
        said: t(`error.${isCode(fault) ? fault : 'internal'}`),
      });
  }

  /** The code of what went wrong; undefined: it has arrived. */
  async #send(text: string, productId: string): Promise<string | undefined> {
    const room = this.#host.roomStore;
    if (!room) return 'no-room';
    const failed = () =>
      room.$comments
        .get()
        .find(one => one.status === 'failed' && one.own && one.productId === productId && one.text === text);
    try {
      // The same question again is the same line, so that nobody hears it twice.
      const again = failed();
      const sent = await (again ? room.retryComment(again.id) : room.sendComment(text, { productId }));
      return sent ? undefined : (failed()?.code ?? 'internal');
    } catch (error) {
      return QunError.from(error).code;
    }
  }

  render(product: Product): TemplateResult {
    const { text, busy, said, failed } = this.#drafts.get(product.id) ?? BLANK;
    const { t } = this.#voice;
    return html`<form
      part="ask"
      class="ask"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#ask(product);
      }}
    >
      <div class="ask-field">
        <input
          autocomplete="off"
          enterkeyhint="send"
          maxlength=${limits.commentLength}
          placeholder=${t('sheet.askHost')}
          aria-label=${t('sheet.askHost')}
          aria-describedby="ask-said"
          .value=${live(text)}
          @input=${(event: Event) =>
            this.#set(product, { text: (event.target as HTMLInputElement).value, said: '', failed: false })}
        />
        <button
          type="submit"
          class="button button--quiet"
          aria-disabled=${busy || !text.trim() ? 'true' : nothing}
        >
          ${t(busy ? 'sheet.asking' : 'sheet.ask')}
        </button>
      </div>
      <p id="ask-said" class="ask-said ${failed ? 'failed' : ''}" role="status">${said}</p>
    </form>`;
  }
}

const faultOf = (answer: Promise<unknown>): Promise<string | undefined> =>
  answer.then(
    () => undefined,
    (error: unknown) => QunError.from(error).code,
  );
