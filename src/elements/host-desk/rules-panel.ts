import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../../core/format.js';
import {
  staffLimits,
  type HostCommand,
  type Moderation,
  type Talk,
  type ViewerMute,
} from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';
import { nameOf } from './comment-row.js';
import { renderAction } from './desk-view.js';
import type { TalkView } from './moderating.js';

const MODES = ['open', 'approval', 'staff'] as const;
const SLOW_S = [0, 5, 15, 30, 60] as const;

/** The pace of the talk in words: `30 s`, or that there is no limit. */
export const slowWords = (view: Pick<TalkView, 'w'>, seconds: number): string =>
  seconds === 0 ? view.w('talk.noSlow') : view.w('talk.seconds', { count: seconds });

/** Who may write, how often, and which words not. */
export function renderRules(view: TalkView, { words, mutes }: Moderation): TemplateResult {
  const { talk } = view.state;
  return html`<div class="rules">
    <p class="sub" id="talk-who">${view.w('talk.who')}</p>
    ${renderChoice(
      view,
      'talk-who',
      MODES,
      talk.mode,
      mode => view.w(`talk.${mode}`),
      mode => ({ mode }),
    )}
    <p class="sub" id="talk-slow">${view.w('talk.slow')}</p>
    ${renderChoice(
      view,
      'talk-slow',
      SLOW_S,
      talk.slowSeconds,
      seconds => slowWords(view, seconds),
      slowSeconds => ({ slowSeconds }),
    )}
    <p class="sub" id="talk-words">${view.w('talk.words')}</p>
    ${renderWords(view, words)}
    <p class="sub">${view.w('talk.muted')}</p>
    ${
      mutes.length === 0
        ? html`<p class="muted">${view.w('talk.noMuted')}</p>`
        : html`<ul class="plain">
            ${mutes.map(mute => renderMuted(view, mute))}
          </ul>`
    }
  </div>`;
}

function renderChoice<T extends string | number>(
  view: TalkView,
  label: string,
  choices: readonly T[],
  chosen: T,
  words: (choice: T) => string,
  change: (choice: T) => Partial<Talk>,
): TemplateResult {
  const isSo = (talk: Talk, wanted: Partial<Talk>) =>
    talk.mode === (wanted.mode ?? talk.mode) && talk.slowSeconds === (wanted.slowSeconds ?? talk.slowSeconds);
  return html`<div class="choice" role="group" aria-labelledby=${label}>
    ${choices.map(choice => {
      const key = `${label} ${choice}`;
      const wanted = change(choice);
      const command: HostCommand = { type: 'talk.set', ...wanted };
      return html`<button
        type="button"
        class="chip"
        data-key=${key}
        aria-pressed=${choice === chosen ? 'true' : 'false'}
        aria-busy=${view.sending(key) ? 'true' : 'false'}
        ?disabled=${view.sending(key)}
        @click=${() => view.deed(key, command, { shown: ({ talk }) => isSo(talk, wanted) })}
      >
        ${words(choice)}
      </button>`;
    })}
  </div>`;
}

function renderWords(view: TalkView, words: readonly string[]): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as Element).querySelector('input')!;
    const word = field.value.trim();
    if (!word) return field.focus();
    field.value = '';
    view.deed('word add', { type: 'words.change', add: [word] });
  };
  return html`<form class="word-form" @submit=${onSubmit}>
      <input
        type="text"
        maxlength=${staffLimits.wordLength}
        enterkeyhint="done"
        autocomplete="off"
        placeholder=${view.w('talk.wordHint')}
        aria-labelledby="talk-words"
        aria-describedby="talk-words-help"
      />
      <button type="submit" class="button button--quiet" ?disabled=${view.sending('word add')}>
        ${view.w('talk.addWord')}
      </button>
    </form>
    <p id="talk-words-help" class="muted">${view.w('talk.wordsHelp')}</p>
    ${
      words.length === 0
        ? nothing
        : html`<ul class="word-list">
            ${words.map(
              word =>
                html`<li class="word">
                  <span dir="auto">${word}</span>
                  <button
                    type="button"
                    aria-label=${view.w('talk.removeWord', { word })}
                    ?disabled=${view.sending(`word ${word}`)}
                    @click=${() => view.deed(`word ${word}`, { type: 'words.change', remove: [word] })}
                  >
                    ${icon(close, 16)}
                  </button>
                </li>`,
            )}
          </ul>`
    }`;
}

function renderMuted(view: TalkView, { viewer, until, shadow }: ViewerMute): TemplateResult {
  const key = `unmute ${viewer.id}`;
  const lasts =
    until === null
      ? view.w('talk.lasting')
      : view.w('talk.until', { time: formatTime(until, view.language, view.now) });
  return html`<li class="line">
    <span class="words">
      ${nameOf(view, viewer)}
      <span class="muted">${shadow ? `${view.w('talk.quietly')} · ` : ''}${lasts}</span>
    </span>
    ${renderAction(view, {
      key,
      words: view.w('talk.unmute'),
      label: nameOf(view, viewer),
      act: () => view.deed(key, { type: 'viewer.unmute', viewerId: viewer.id }),
    })}
  </li>`;
}
