import { html, nothing } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { Comment, Question, Speaker } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { check } from '../../styles/shop-drawings.js';
import { renderText } from './render-words.js';

const pin = 'M9 4h6l-.8 6 3.3 3.5h-11L9.8 10zM12 13.5V20';
const chevron = 'M6 9.5l6 6 6-6';

/** Wider than this a pinned comment is shown by its beginning, in Latin letters: two lines of a phone, one of a picture. */
const WIDE = { column: 72, picture: 26 };

/** Chinese is written twice as wide as Latin. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);

/** What stands above the lines. */
export interface BoardView extends Pick<Speech, 't'> {
  readonly pinned: Comment | null | undefined;
  readonly overPicture: boolean;
  /** The pinned comment is shown to its end. */
  readonly whole: boolean;
  readonly questions: readonly Question[];
  nameOf(from: Speaker): string;
  /** This viewer asks it as well. */
  joined(question: Question): boolean;
  count(question: Question): number;
  join(question: Question): void;
  turn(): void;
}

export function renderBoard(view: BoardView): unknown {
  const { pinned, questions } = view;
  if (!pinned && questions.length === 0) return nothing;
  return html`<div part="board" class="board">
    ${pinned ? renderPinned(pinned, view) : nothing}
    ${
      questions.length > 0
        ? html`<ul class="asked" aria-label=${view.t('comment.asked')}>
            ${questions.map(question => renderQuestion(question, view))}
          </ul>`
        : nothing
    }
  </div>`;
}

function renderPinned({ from, text }: Comment, { t, overPicture, whole, nameOf, turn }: BoardView) {
  const name = nameOf(from);
  const long = widthOf(name + text) > WIDE[overPicture ? 'picture' : 'column'];
  return html`<div part="pinned" class="pinned ${long && !whole ? 'short' : ''}">
    ${icon(pin, 16)}
    <p>
      <span class="visually-hidden">${`${t('comment.pinned')} `}</span
      >${name ? html`<b class="name">${t('comment.by', { name })}</b>` : nothing}${renderText(text, from)}
    </p>
    ${
      long
        ? html`<button
            type="button"
            class="turn ${whole ? 'up' : ''}"
            aria-expanded=${whole ? 'true' : 'false'}
            aria-label=${t(whole ? 'comment.less' : 'comment.whole')}
            @click=${turn}
          >
            ${icon(chevron, 16)}
          </button>`
        : nothing
    }
  </div>`;
}

function renderQuestion(question: Question, { t, joined, join, count: countOf }: BoardView) {
  const { text } = question;
  const count = countOf(question);
  const too = joined(question);
  return html`<li part="question">
    <span class="asking">${text}</span>
    <button
      type="button"
      part="me-too"
      class="me-too"
      aria-label=${t('comment.meTooFor', { text, count })}
      aria-pressed=${too ? 'true' : 'false'}
      @click=${() => too || join(question)}
    >
      ${too ? icon(check, 14) : nothing}${t('comment.meToo')} <b>×${count}</b>
    </button>
  </li>`;
}
