import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { formatTime } from '../../core/format.js';
import type { Contact } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { link } from '../../styles/shop-drawings.js';
import type { Scannable } from './code-desk.js';

interface Card extends Speech {
  readonly contact: Contact;
  readonly scannable: Scannable;
  /** Server time, ms. */
  readonly now: number;
  /** Shown by an app that recognises codes under a long press. */
  readonly inApp: boolean;
  /** The account was copied, or could not be. */
  readonly copied: boolean | undefined;
  /** Makes a picture's address absolute; undefined where it must not be used. */
  address(url: string | undefined): string | undefined;
  /** This picture did not come. */
  broken(url: string): boolean;
  failed(url: string): void;
  copy(account: string): void;
}

/** One card: who it is, the code, and the account. */
export function renderCard(card: Card): TemplateResult {
  const { contact, t, words } = card;
  const { kind, codes, account } = contact;
  const [title, text] = [words(contact.title), words(contact.text)];
  const avatar = card.address(contact.avatar);
  return html`<section part="card" class="card" aria-label=${title}>
    <div class="who">
      ${
        avatar && !card.broken(avatar)
          ? html`<img
              part="avatar"
              class="avatar"
              src=${avatar}
              alt=""
              decoding="async"
              @error=${() => card.failed(avatar)}
            />`
          : html`<span part="avatar" class="avatar" aria-hidden="true">${Array.from(title)[0]}</span>`
      }
      <div class="words">
        <p part="title" class="title">
          <bdi>${title}</bdi
          >${kind === 'group' ? html`<span class="kind">${t('contact.group')}</span>` : nothing}
        </p>
        ${text ? html`<p part="text" class="text">${text}</p>` : nothing}
      </div>
    </div>
    ${codes.length > 0 ? html`<div part="code" class="code">${renderCode(card, title)}</div>` : nothing}
    ${account ? renderAccount(card, account) : nothing}
  </section>`;
}

/** A picture of its own, with nothing over it: apps look for a code in what is held, and not in a drawing. */
function renderCode(card: Card, title: string): TemplateResult {
  const { scannable, t, contact } = card;
  if (scannable === 'finding')
    return html`<p class="instead" role="status"><i class="spin"></i>${t('contact.finding')}</p>`;
  const picture = scannable === 'none' ? undefined : card.address(scannable.picture);
  if (scannable === 'none')
    return html`<p class="instead" role="status">
      ${t(contact.account ? 'contact.fullAccount' : 'contact.full')}
    </p>`;
  if (!picture || card.broken(picture))
    return html`<p class="instead" role="status">${t('contact.noPicture')}</p>`;
  const { expiresAt } = scannable;
  return html`<img
      part="picture"
      class="picture"
      src=${picture}
      alt=${t('contact.codeOf', { title })}
      decoding="async"
      @error=${() => card.failed(picture)}
    />
    <p class="hint">${t(card.inApp ? 'contact.hold' : 'contact.scan')}</p>
    ${
      expiresAt === undefined
        ? nothing
        : html`<p class="until">
            ${t('contact.until', { time: formatTime(expiresAt, card.language, card.now) })}
          </p>`
    }`;
}

function renderAccount(card: Card, account: string): TemplateResult {
  const { t, copied } = card;
  return html`<div part="account" class="account">
    <span class="name">${t('contact.account', { account })}</span>
    <button
      type="button"
      class="copy"
      aria-label="${t('contact.copy')}: ${account}"
      @click=${() => card.copy(account)}
    >
      ${icon(link, 18)}${t('contact.copy')}
    </button>
    <span class="copied" role="status"
      >${copied === undefined ? '' : t(copied ? 'contact.copied' : 'contact.notCopied')}</span
    >
  </div>`;
}
