import type { MessageKey } from '../../i18n/translate.js';
import type { Phase, Talk } from '../../protocol/index.js';
import type { QunCommentStream } from './comment-stream.js';

/** Why this viewer can say nothing, as a message; undefined: they can. */
export function talkOver(host: QunCommentStream): MessageKey | undefined {
  const { roomStore: room } = host;
  const { phase, talk }: { phase?: Phase; talk?: Talk } = (room ? room.$state.get() : host) ?? {};
  if (phase === 'ended' || phase === 'replay') return `comment.${phase}`;
  const role = room ? room.$viewer.get()?.role : 'viewer';
  return talk?.mode === 'staff' && role === 'viewer' ? 'error.talk-closed' : undefined;
}
