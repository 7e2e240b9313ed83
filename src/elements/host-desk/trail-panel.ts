import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../../core/format.js';
import type { HostCommand, Moderation, Talk, TrailEntry } from '../../protocol/index.js';
import type { TalkKey } from '../../i18n/desk/talk-words.js';
import { nameOf } from './comment-row.js';
import { renderAction } from './desk-view.js';
import type { TalkView } from './moderating.js';
import { slowWords } from './rules-panel.js';

/** What was done, by whom, of whom; newest first, and the latest about each thing can be undone. */
export function renderTrail(view: TalkView, { entries }: Moderation): TemplateResult {
  const told = new Set<string>();
  const lines = [...entries].reverse().flatMap(entry => {
    const words = wordsOf(view, entry);
    if (words === undefined) return [];
    const about = subjectOf(entry);
    const latest = !told.has(about);
    if (entry.type !== 'comment.report') told.add(about);
    return [{ entry, words, command: latest ? oppositeOf(entry) : undefined }];
  });
  if (lines.length === 0) return html`<p class="empty">${view.w('talk.noTrail')}</p>`;
  return html`<ul class="list">
    ${lines.map(
      ({ entry, words, command }) =>
        html`<li class="item trail">
          <span class="words">
            <span class="said" dir="auto">${words}</span>
            <span class="muted">${formatTime(entry.at, view.language, view.now)}</span>
          </span>
          ${
            command
              ? renderAction(view, {
                  key: `undo ${entry.seq}`,
                  words: view.w('talk.undo'),
                  label: words,
                  act: () => view.deed(`undo ${entry.seq}`, command),
                })
              : nothing
          }
        </li>`,
    )}
  </ul>`;
}

/** What an entry is about: a later one about the same has overtaken it. */
function subjectOf({ type, data }: TrailEntry): string {
  if (data.viewer) return `viewer ${data.viewer.id}`;
  if (data.question) return `question ${data.question.id}`;
  if (type === 'comment.pin') return 'pin';
  const [comment = data.comment] = data.comments ?? [];
  return comment ? `comment ${comment.id}` : type;
}

/** The command that takes an entry back; undefined: there is none, or not in one go. */
export function oppositeOf({ type, data }: TrailEntry): HostCommand | undefined {
  const comments = data.comments ?? (data.comment ? [data.comment] : []);
  const [first] = comments;
  const one = comments.length === 1 ? first : undefined;
  switch (type) {
    case 'comment.hide':
    case 'comment.reject':
      return one && { type: 'comment.restore', commentId: one.id };
    case 'comment.restore':
    case 'comment.approve':
      return one && { type: 'comment.hide', commentId: one.id };
    case 'comment.pin':
      return { type: 'comment.pin', commentId: (data.before as { id: string } | null)?.id ?? null };
    case 'talk.set':
      return { type: 'talk.set', ...(data.before as Talk) };
    case 'words.change':
      return { type: 'words.change', add: data.remove as string[], remove: data.add as string[] };
    case 'viewer.mute':
      return data.viewer && { type: 'viewer.unmute', viewerId: data.viewer.id };
    case 'question.dismiss':
      return data.question && { type: 'question.reopen', questionId: data.question.id };
    default:
      return undefined;
  }
}

/** An entry as a sentence; undefined: not for people. */
function wordsOf(view: TalkView, { type, by, data }: TrailEntry): string | undefined {
  const who = by ? (by.name ?? (by.role === 'viewer' ? nameOf(view, by) : view.d(`desk.${by.role}`))) : '';
  const comments = data.comments ?? (data.comment ? [data.comment] : []);
  const [first] = comments;
  if (first && type.startsWith('comment.')) {
    const more = comments.length > 1 ? ` ${view.w('did.more', { count: comments.length - 1 })}` : '';
    const of = nameOf(view, first.from);
    return view.w(`did.${type as 'comment.hide'}`, { who, text: first.text, of }) + more;
  }
  switch (type) {
    case 'comment.pin':
      return view.w('did.unpin', { who });
    case 'talk.set': {
      const { mode, slowSeconds } = data.talk as Talk;
      const text = `${view.w(`talk.${mode}`)} · ${slowWords(view, slowSeconds)}`;
      return view.w('did.talk.set', { who, text });
    }
    case 'words.change': {
      const add = (data.add as string[]).map(word => `+${word}`);
      const remove = (data.remove as string[]).map(word => `−${word}`);
      return view.w('did.words.change', { who, text: [...add, ...remove].slice(0, 6).join(' ') });
    }
    case 'viewer.mute':
    case 'viewer.unmute': {
      const key: TalkKey = data.shadow ? 'did.shadow' : `did.${type}`;
      return view.w(key, { who, of: nameOf(view, data.viewer!) });
    }
    case 'question.answer':
    case 'question.dismiss':
    case 'question.reopen':
      return view.w(`did.${type}`, { who, text: data.question!.text });
    default:
      return undefined;
  }
}
