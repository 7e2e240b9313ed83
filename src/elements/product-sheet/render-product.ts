import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { choose, chosenPrice, chosenStock, chosenVariant } from '../../core/options.js';
import type { Product, RoomState } from '../../protocol/index.js';
import { renderBar, type Till } from './bar.js';
import { renderChoices, type Choosing } from './choices.js';
import { renderDeal } from './deal.js';
import { renderAnswers, renderFacts } from './details.js';
import type { Gallery } from './gallery.js';
import { renderQuantity } from './quantity.js';
import { mostOf, type Wish } from './wishes.js';

/** One product as it stands now, and what may be done with it. */
export interface ProductView
  extends
    Omit<Choosing, 'choose'>,
    Pick<Till, 'buying' | 'leads' | 'launches' | 'orders' | 'grabbing' | 'want'> {
  readonly product: Product;
  readonly wish: Wish;
  readonly state: RoomState | undefined;
  readonly gallery: Gallery;
  /** The room has it no more. */
  readonly gone: boolean;
  /** What the viewer has just been told. */
  readonly told: string;
  /** Stands on a page of its own: the buttons come right after what is chosen. */
  readonly page: boolean;
  readonly wide: boolean;
  /** Where the viewer asks about it; undefined: nowhere. */
  readonly ask: TemplateResult | undefined;
  wishFor(wish: Partial<Wish>): void;
}

export function renderProduct(view: ProductView): TemplateResult {
  const { product, wish, state, page, t, words } = view;
  const { choice } = wish;
  const stock = chosenStock(product, choice);
  const variant = chosenVariant(product, choice);
  const sold = state?.sales?.some(sale => sale.productId === product.id && sale.state !== 'draft');
  const answers = state?.answers?.filter(({ question }) => question.productId === product.id) ?? [];
  const choosing: Choosing = {
    ...view,
    choose: (option, value) => view.wishFor({ choice: choose(product, choice, option, value) }),
  };
  const bar = renderBar({ ...view, soldOut: stock === 0, note: noteOf(view, stock) });
  return html`<div class="product ${view.wide ? 'wide' : ''}">
      ${view.gallery.render()}
      <div class="details">
        ${renderDeal(view, chosenPrice(product, choice), stock)}
        <h3 part="title" class="title"><bdi>${words(product.title)}</bdi></h3>
        ${
          product.subtitle
            ? html`<p part="subtitle" class="subtitle"><bdi>${words(product.subtitle)}</bdi></p>`
            : nothing
        }
        ${
          sold
            ? html`<qun-flash-sale
                view="line"
                product=${product.id}
                variant=${ifDefined(variant?.id)}
                quantity=${wish.quantity}
              ></qun-flash-sale>`
            : nothing
        }
        ${renderChoices(choosing, product, choice)}
        ${view.orders && stock !== 0 ? renderPieces(view) : nothing} ${page ? bar : nothing}
        ${renderFacts(view, product)}
        <slot></slot>
        ${renderAnswers({ t }, answers, view.ask)}
      </div>
    </div>
    ${page ? nothing : bar}`;
}

function renderPieces(view: ProductView): TemplateResult {
  const { product, wish, t } = view;
  const most = mostOf(product, wish.choice);
  const why = most === product.most ? 'sheet.most' : 'product.left';
  return renderQuantity(view, {
    value: wish.quantity,
    most,
    why: t(why, { count: most }),
    set: quantity => view.wishFor({ quantity }),
  });
}

function noteOf({ gone, told, buying, product, t }: ProductView, stock: number | null): string {
  if (gone) return t('sheet.gone');
  const elsewhere = stock === 0 && chosenStock(product, {}) !== 0;
  return buying.words || told || (elsewhere ? t('sheet.noneLeft') : '');
}
