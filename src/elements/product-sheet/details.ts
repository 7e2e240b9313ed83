import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { Answered, Product } from '../../protocol/index.js';

/** The table of a product's facts. */
export function renderFacts({ t, words }: Speech, { facts = [] }: Product) {
  if (facts.length === 0) return nothing;
  return html`<section part="facts" class="facts">
    <h4>${t('sheet.facts')}</h4>
    <dl>
      ${facts.map(
        ({ name, text }) =>
          html`<div>
            <dt><bdi>${words(name)}</bdi></dt>
            <dd><bdi>${words(text)}</bdi></dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

/** What viewers have asked of this product and the host has answered, the latest first; `ask` is where to ask more. */
export function renderAnswers(
  { t }: Pick<Speech, 't'>,
  answers: readonly Answered[],
  ask: TemplateResult | undefined,
): TemplateResult | typeof nothing {
  if (answers.length === 0 && !ask) return nothing;
  return html`<section part="answers" class="answers">
    <h4>${t('sheet.answers')}</h4>
    ${answers.map(
      ({ question, text, by }) =>
        html`<article>
          <p class="asked"><bdi>${question.text}</bdi></p>
          <p class="answered">
            <span class="who"><bdi>${by.name ?? t('comment.host')}</bdi></span>
            <bdi>${text}</bdi>
          </p>
        </article>`,
    )}
    ${ask}
  </section>`;
}
