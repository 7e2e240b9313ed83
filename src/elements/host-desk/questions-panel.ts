import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { limits, type Answered, type Question } from '../../protocol/index.js';
import { renderAction } from './desk-view.js';
import type { TalkView } from './moderating.js';

/** What is asked, the most asked first, and what has been answered. One answer goes to all who asked. */
export function renderQuestions(view: TalkView): TemplateResult {
  const questions = view.moderation?.questions ?? [];
  const answers = [...view.state.answers].reverse();
  return html`
    ${
      questions.length === 0
        ? html`<p class="empty">${view.w('ask.none')}</p>`
        : html`<ul class="list">
            ${repeat(
              questions,
              question => question.id,
              question => renderQuestion(view, question),
            )}
          </ul>`
    }
    ${
      answers.length === 0
        ? nothing
        : html`<p class="sub part">${view.w('ask.answered')}</p>
            <ul class="list">
              ${answers.map(answered => renderAnswered(view, answered))}
            </ul>`
    }
  `;
}

function renderQuestion(view: TalkView, question: Question): TemplateResult {
  const { id, text } = question;
  const dismiss = `dismiss ${id}`;
  const command = { type: 'question.reopen', questionId: id } as const;
  return html`<li part="question" class="item comment question ${question.count > 1 ? 'on' : ''}">
    ${renderAsked(view, question)}
    ${
      view.opened === `answer ${id}`
        ? renderForm(view, question)
        : html`<span class="deeds">
            ${renderAction(view, {
              key: dismiss,
              words: view.w('ask.dismiss'),
              label: text,
              act: () =>
                view.deed(
                  dismiss,
                  { type: 'question.dismiss', questionId: id },
                  { undo: { done: 'done.question.dismiss', command } },
                ),
            })}
            <button
              type="button"
              part="button"
              class="button loud"
              aria-label="${view.w('ask.answer')}: ${text}"
              @click=${() => view.open(`answer ${id}`)}
            >
              ${view.w('ask.answer')}
            </button>
          </span>`
    }
  </li>`;
}

function renderAsked(view: TalkView, { text, count, productId }: Question, below: unknown = nothing) {
  const product = view.state.products.find(one => one.id === productId);
  return html`<span class="words">
    <span class="said" dir="auto">${text}</span>
    <span class="muted">
      ${count > 1 ? html`<b class="tag">${view.w('ask.times', { count })}</b>` : nothing}${
        product
          ? view.w('ask.product', { number: product.number, title: view.words(product.title) })
          : nothing
      }
    </span>
    ${below}
  </span>`;
}

function renderForm(view: TalkView, { id }: Question): TemplateResult {
  const key = `answer ${id}`;
  const text = view.draft.trim();
  const note = view.note(text);
  return html`<span class="answer-form">
    <textarea
      rows="2"
      maxlength=${limits.commentLength}
      placeholder=${view.w('ask.hint')}
      aria-label=${view.w('ask.hint')}
      aria-invalid=${note ? 'true' : 'false'}
      .value=${view.draft}
      @input=${(event: Event) => view.type((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${note}
    <span class="row">
      <button type="button" class="button button--quiet" @click=${() => view.open(undefined)}>
        ${view.w('ask.cancel')}
      </button>
      ${renderAction(view, {
        key,
        words: view.w('ask.send'),
        look: 'loud',
        disabled: text === '' || note !== undefined,
        act: () =>
          view.deed(
            key,
            { type: 'question.answer', questionId: id, text },
            { shown: ({ answers }) => answers.some(one => one.question.id === id && one.text === text) },
          ),
      })}
    </span>
  </span>`;
}

function renderAnswered(view: TalkView, { question, text }: Answered): TemplateResult {
  const opened = view.opened === `answer ${question.id}`;
  return html`<li part="question" class="item comment question">
    ${renderAsked(view, question, html`<span class="answer" dir="auto">${text}</span>`)}
    ${
      opened
        ? renderForm(view, question)
        : html`<span class="at-hand">
            <button
              type="button"
              class="button button--quiet"
              aria-label="${view.w('ask.change')}: ${question.text}"
              @click=${() => view.open(`answer ${question.id}`, text)}
            >
              ${view.w('ask.change')}
            </button>
          </span>`
    }
  </li>`;
}
