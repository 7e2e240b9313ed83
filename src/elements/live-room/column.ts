import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../styles/icon.js';
import { PARTS } from './parts.js';
import type { RoomView, Tab } from './room-view.js';
import { renderShelf } from './sheets.js';

/** Pinned product, talk, shelf and bar: over the picture's lower part on a phone, beside the picture on a desk. */
export function renderColumn(view: RoomView): TemplateResult {
  const { layout, state, step } = view;
  const phone = layout === 'phone';
  const tabs = layout === 'desk';
  const panel = (tab: Tab) => ({ role: tabs ? 'tabpanel' : nothing, by: tabs ? `tab-${tab}` : nothing });
  return html`<div part="column" class="column">
    ${
      phone
        ? nothing
        : html`<div class="title-row">
            <h2 part="title" class="clip">${view.words(state?.title)}</h2>
            ${renderCart(view)} ${renderShare(view)}
          </div>`
    }
    <div class="pinned" ?hidden=${state?.phase === 'ended'}>
      ${
        step > 0
          ? html`<qun-product-carousel view="pinned" exportparts=${PARTS.product}></qun-product-carousel>`
          : nothing
      }
    </div>
    ${tabs ? renderTabs(view) : nothing}
    <div
      id="panel-comments"
      class="talk"
      role=${panel('comments').role}
      aria-labelledby=${panel('comments').by}
      ?hidden=${tabs && view.tab !== 'comments'}
    >
      ${view.screen?.kind === 'loading' ? bones : nothing}
      ${
        step > 0
          ? html`<qun-comment-stream
              ?over-picture=${phone}
              ?composer-on-focus=${phone}
              exportparts=${PARTS.comments}
              >${phone ? nothing : renderLike(view)}</qun-comment-stream
            >`
          : nothing
      }
    </div>
    ${
      tabs
        ? html`<div
            id="panel-shelf"
            class="shelf"
            role="tabpanel"
            aria-labelledby="tab-shelf"
            ?hidden=${view.tab !== 'shelf'}
          >
            ${step > 1 ? renderShelf() : nothing}
          </div>`
        : nothing
    }
    <div class="more"><slot name="column"></slot></div>
    <div part="bar" class="bar">
      ${phone ? [renderShelfButton(view), renderSay(view)] : nothing}
      <slot name="footer"></slot>
      ${phone ? [renderCart(view), renderLike(view), renderShare(view)] : nothing}
    </div>
  </div>`;
}

function renderShelfButton(view: RoomView): TemplateResult {
  const count = view.state?.products.length ?? 0;
  return html`<button
    type="button"
    part="shelf-button"
    class="icon-button shelf-button"
    aria-haspopup="dialog"
    @click=${() => view.open('shelf')}
  >
    ${icon('bag')}<span class="visually-hidden">${view.t('room.shelfCount', { count })}</span>
    ${count > 0 ? html`<span class="count" aria-hidden="true">${count}</span>` : nothing}
  </button>`;
}

/** Where words will stand. */
const bones = html`<div class="bones" aria-hidden="true">
  <i class="bone"></i><i class="bone"></i><i class="bone short"></i>
</div>`;

/** Looks like a field and leads to the real one, which comes up with the keyboard. */
function renderSay(view: RoomView): TemplateResult {
  const { phase, talk } = view.state ?? {};
  const over = phase === 'ended' || phase === 'replay';
  const listens = talk?.mode === 'staff' && view.room?.$viewer.get()?.role === 'viewer';
  if (over || listens) {
    const why = over ? (`comment.${phase}` as const) : 'error.talk-closed';
    return html`<span part="say" class="say clip">${view.t(why)}</span>`;
  }
  return html`<button
    type="button"
    part="say"
    class="say clip"
    tabindex="-1"
    aria-hidden="true"
    @click=${view.say}
  >
    ${view.t('comment.placeholder')}
  </button>`;
}

/** In the bar of a phone, or at the end of the line in which one writes. */
function renderLike({ layout, doubleTap }: RoomView): TemplateResult {
  return html`<qun-reaction-button
    slot="composer-end"
    compact
    ?over-picture=${layout === 'phone'}
    ?double-tap=${doubleTap}
    exportparts=${PARTS.like}
  ></qun-reaction-button>`;
}

/** Where somebody takes orders; takes no place before there is something in it. */
function renderCart(view: RoomView): TemplateResult | typeof nothing {
  if (!view.cart) return nothing;
  return html`<qun-cart-button
    compact
    when-filled
    ?over-picture=${view.layout === 'phone'}
    exportparts=${PARTS.cart}
  ></qun-cart-button>`;
}

function renderShare(view: RoomView) {
  if (view.step < 2) return nothing;
  return html`<qun-share-to-group
    compact
    ?over-picture=${view.layout === 'phone'}
    exportparts=${PARTS.share}
  ></qun-share-to-group>`;
}

const TABS: readonly Tab[] = ['comments', 'shelf'];

function renderTabs(view: RoomView): TemplateResult {
  const words = {
    comments: view.t('room.comments'),
    shelf: `${view.t('room.shelf')} ${view.state?.products.length || ''}`,
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = view.tab === 'comments' ? 'shelf' : 'comments';
    view.choose(next);
    (event.currentTarget as Element).querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`<div part="tabs" class="tabs" role="tablist" @keydown=${onKeydown}>
    ${TABS.map(
      tab =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          part="tab"
          class="tab"
          aria-selected=${tab === view.tab ? 'true' : 'false'}
          aria-controls="panel-${tab}"
          tabindex=${tab === view.tab ? 0 : -1}
          @click=${() => view.choose(tab)}
        >
          ${words[tab]}
        </button>`,
    )}
  </div>`;
}
