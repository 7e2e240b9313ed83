import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { codes } from '../../protocol/index.js';
import { errorWords } from './error-words.js';

/** What a line needs to know of its stream. */
export interface LineView extends Speech {
  /** The host's name in this room, for lines that come without one. */
  readonly host: string;
  /** Seconds until this viewer may send again; 0: now. */
  readonly wait: number;
  /** It has just come in. */
  enters(line: ShownLine): boolean;
  retry(line: ShownLine): void;
  edit(line: ShownLine): void;
  discard(line: ShownLine): void;
}

/** What to call them: empty where the badge says it all. */
export function speakerName({ from, own }: ShownLine, { t, host }: LineView): string {
  if (own) return t('comment.me');
  if (from.name) return from.name;
  if (from.guest !== undefined) return t('room.guest', { number: from.guest });
  if (from.role === 'viewer') return t('comment.someone');
  return from.role === 'host' ? host : '';
}

export function renderLine(line: ShownLine, view: LineView): TemplateResult {
  const { role } = line.from;
  const { t } = view;
  const name = speakerName(line, view);
  const badge = role === 'viewer' ? (line.simulated ? 'simulated' : undefined) : role;
  const classes = `line ${role} ${line.own ? 'mine' : ''} ${line.status ?? ''} ${view.enters(line) ? 'enter' : ''}`;
  return html`<li part="line" class=${classes}>
    ${badge ? html`<span part="badge" class="badge ${badge}">${`${t(`comment.${badge}`)} `}</span>` : nothing}${
      name ? html`<b part="name" class="name">${t('comment.by', { name })}</b>` : nothing
    }${line.text}${renderFate(line, view)}
  </li>`;
}

/** What becomes of own words: nothing more to say once they are sent. */
function renderFate(line: ShownLine, view: LineView) {
  const { t } = view;
  if (line.status === 'sending') return html`<small class="mark">${t('comment.sending')}</small>`;
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
