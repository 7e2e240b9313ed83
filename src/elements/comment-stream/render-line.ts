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

/** Nothing but who says what: no more is to be said of it, and nothing in it can be tapped. */
export const isPlain = ({ from, own, replyTo }: ShownLine): boolean =>
  from.role === 'viewer' && !own && !replyTo;

export function classesOf(line: ShownLine, view: LineView): string {
  const mine = line.own ? ' mine' : '';
  const status = line.status ? ` ${line.status}` : '';
  return `line ${line.from.role}${mine}${status}${view.enters(line) ? ' enter' : ''}`;
}

/** Badge and name, each where there is one. */
export function speakerOf(line: ShownLine, view: LineView): Node[] {
  const { role } = line.from;
  const { t } = view;
  const name = speakerName(line, view);
  const badge = role === 'viewer' ? (line.simulated ? 'simulated' : undefined) : role;
  const nodes: Node[] = [];
  if (badge) {
    const mark = makeNode('span', `badge ${badge}`, `${t(`comment.${badge}`)} `);
    mark.setAttribute('part', 'badge');
    nodes.push(mark);
  }
  if (name) {
    const by = makeNode('b', 'name', t('comment.by', { name }));
    by.setAttribute('part', 'name');
    nodes.push(by);
  }
  return nodes;
}

function makeNode(tag: string, classes: string, text: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = classes;
  node.textContent = text;
  return node;
}
