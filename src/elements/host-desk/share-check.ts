import { css, html, type TemplateResult } from 'lit';
import { shareFault } from '../../core/share-rules.js';
import { shareCheckWords } from '../../i18n/desk/share-check-words.js';
import { addStyles } from '../../styles/add-styles.js';

const style = css`
  .share-check,
  .share-check b {
    display: block;
  }
  .share-check {
    margin: 6px 0 8px;
    color: var(--_warning);
    font-size: var(--_fs-13);
  }
`;

/** Says of what is being typed which rule of sharing it would break, before the server refuses it. */
export class ShareCheck {
  /** A desk is drawn anew twice a second, and what stands in its fields changes with a key. */
  #known = new Map<string, ReturnType<typeof shareFault>>();

  constructor(root: ShadowRoot) {
    addStyles(root, [style]);
  }

  /** What is wrong with `text`, in the language of `tag`; undefined: nothing. */
  note(text: string, tag: string): TemplateResult | undefined {
    if (this.#known.size > 100) this.#known = new Map();
    if (!this.#known.has(text)) this.#known.set(text, shareFault(text));
    const fault = this.#known.get(text);
    if (!fault) return undefined;
    const { rule, words } = fault;
    return html`<small part="share-check" class="share-check" role="alert"
      ><b>${shareCheckWords(tag, `check.${rule}`, { words })}</b>
      ${shareCheckWords(tag, 'check.advice')}</small
    >`;
  }
}
