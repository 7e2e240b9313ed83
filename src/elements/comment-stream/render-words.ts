import { html, nothing } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { splitAtLinks } from '../../core/web-links.js';
import { codes, type Speaker } from '../../protocol/index.js';
import { errorWords } from './error-words.js';

/** What the words of a line need to know of their stream. */
export interface WordsView extends Speech {
  /** Seconds until this viewer may send again; 0: now. */
  readonly wait: number;
  nameOf(from: Speaker): string;
  /** Whether a comment has been taken down. */
  gone(id: string): boolean;
  retry(line: ShownLine): void;
  edit(line: ShownLine): void;
  discard(line: ShownLine): void;
}

/** Words of those who run the room may lead elsewhere; a viewer's never do. */
export const renderText = (text: string, from: Speaker): unknown =>
  from.role === 'viewer' || !text.includes('://')
    ? text
    : splitAtLinks(text).map(({ text: words, url }) =>
        url ? html`<a part="link" href=${url} target="_blank" rel="noopener">${words}</a>` : words,
      );

/** All of a line, said by `speaker`. */
export const renderWords = (line: ShownLine, speaker: unknown, view: WordsView): unknown => [
  renderQuote(line, view),
  speaker,
  renderText(line.text, line.from),
  renderFate(line, view),
];

/** What it answers to, above the line itself. */
function renderQuote({ replyTo, answered }: ShownLine, view: WordsView) {
  if (!replyTo) return nothing;
  const { t } = view;
  const who = answered
    ? t('comment.times', { count: answered.question.count })
    : t('comment.by', { name: view.nameOf(replyTo.from) });
  const text = view.gone(replyTo.id) ? t('comment.gone') : replyTo.text;
  return html`<q part="quote" class="quote ${answered ? 'question' : ''}"><b>${who}</b> ${text}</q>`;
}

/** What becomes of own words: nothing more to say once they are sent. */
function renderFate(line: ShownLine, view: WordsView) {
  const { t } = view;
  if (line.status === 'sending') return html`<small class="mark">${t('comment.sending')}</small>`;
  if (line.held) return html`<small class="mark held">${t('comment.held')}</small>`;
  if (line.status !== 'failed') return nothing;
  const code = line.code ?? 'internal';
  const again = codes[code].kind === 'temporary';
  return html`<small class="fate"
    ><span>${t('comment.failed', { why: errorWords(code, view) })}</span>
    <button
      type="button"
      ?disabled=${again && view.wait > 0}
      @click=${() => (again ? view.retry(line) : view.edit(line))}
    >
      ${t(again ? 'comment.retry' : 'comment.edit')}
    </button>
    <button type="button" @click=${() => view.discard(line)}>${t('comment.discard')}</button></small
  >`;
}
