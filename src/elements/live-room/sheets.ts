import { html, nothing, type TemplateResult } from 'lit';
import { sentOffers } from './offers.js';
import { floating } from './offers-part.js';
import { PARTS } from './parts.js';
import type { RoomView, SheetKind } from './room-view.js';

export const renderShelf = (): TemplateResult =>
  html`<qun-product-shelf exportparts=${PARTS.product}></qun-product-shelf>`;

export function sheetHeading(view: RoomView, kind: SheetKind): string {
  if (kind === 'shelf') return view.t('room.shelfCount', { count: view.state?.products.length ?? 0 });
  return view.t(`room.${kind}`);
}

/** What a sheet of this kind holds. */
export function renderSheetContent(view: RoomView, kind: SheetKind): TemplateResult | typeof nothing {
  // On a phone it is put up when somebody first opens a sheet.
  if (kind === 'shelf') return view.backdrop ? renderShelf() : nothing;
  const around = () => view.state && floating.here?.(view, view.state, kind);
  if (kind === 'verified') return html`${around()}`;
  if (kind === 'notice')
    return html`<p class="notice-text">${view.words(view.state?.notice)}</p>
      ${around()}`;
  const { sales = [] } = view.state ?? {};
  const selling = sentOffers(sales, view.now).length > 0;
  return html`<div class="coupons">
    ${selling ? html`<qun-flash-sale></qun-flash-sale>` : nothing}
    <qun-coupon-grab exportparts=${PARTS.coupon}></qun-coupon-grab>
  </div>`;
}
