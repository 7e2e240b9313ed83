import { html, nothing } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { Happening } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';

/** One line of what happens; `number` is the product's on the shelf. Its place stays when it has gone. */
export function renderHappening(
  { t }: Pick<Speech, 't'>,
  happening: Happening | undefined,
  number: number | undefined,
): unknown {
  if (!happening) return html`<p part="happening" class="happening gone"></p>`;
  const { kind, name, count } = happening;
  const others = count - 1;
  const some = count > 1 ? t('comment.whoMany', { count }) : t('comment.whoOne');
  const who = name && others > 0 ? t('comment.whoMore', { name, count: others }) : (name ?? some);
  const words =
    kind === 'came'
      ? t('comment.came', { who })
      : number === undefined
        ? t(`comment.${kind}`, { who })
        : t(`comment.${kind}Number`, { who, number });
  return html`<p part="happening" class="happening ${kind === 'came' ? kind : 'buying'}">
    ${kind === 'came' ? nothing : icon('bag', 14)}<span>${words}</span>
  </p>`;
}
