import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { ShownLine } from '../../core/comment-pace.js';
import type { Speaker } from '../../protocol/index.js';

/** What a line needs to know of its stream. */
export interface LineView extends Speech {
  /** The host's name in this room, for lines that come without one. */
  readonly host: string;
  /** It has just come in. */
  enters(line: ShownLine): boolean;
  /** All of a line that is more than its words: this viewer's own, one that quotes, one that may lead elsewhere. */
  more(line: ShownLine, speaker: unknown): unknown;
}

type Names = Pick<LineView, 't' | 'host'>;

/** What to call them: empty where the badge says it all. */
export function nameOf(from: Speaker, { t, host }: Names): string {
  if (from.name) return from.name;
  if (from.guest !== undefined) return t('room.guest', { number: from.guest });
  if (from.role === 'viewer') return t('comment.someone');
  return from.role === 'host' ? host : '';
}

/** The same for a line, which may be one's own. */
export const speakerName = ({ from, own }: ShownLine, view: Names): string =>
  own ? view.t('comment.me') : nameOf(from, view);

export function renderLine(line: ShownLine, view: LineView): TemplateResult {
  const { role } = line.from;
  const { t } = view;
  const name = speakerName(line, view);
  const badge = role === 'viewer' ? (line.simulated ? 'simulated' : undefined) : role;
  const classes = `line ${role} ${line.own ? 'mine' : ''} ${line.status ?? ''} ${view.enters(line) ? 'enter' : ''}`;
  const mark = badge
    ? html`<span part="badge" class="badge ${badge}">${`${t(`comment.${badge}`)} `}</span>`
    : nothing;
  const by = name ? html`<b part="name" class="name">${t('comment.by', { name })}</b>` : nothing;
  if (role !== 'viewer' || line.own || line.replyTo)
    return html`<li part="line" class=${classes}>${view.more(line, [mark, by])}</li>`;
  return html`<li part="line" class=${classes}>${mark}${by}${line.text}</li>`;
}
