import { css } from 'lit';

/** Talk, the pinned product, shelf and bar: over the picture's lower part on a phone, beside it on a desk. */
export const column = css`
  .column {
    position: absolute;
    top: 36%;
    right: 0;
    bottom: 0;
    left: 0;
    z-index: 0;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    padding: 0 8px var(--_bottom);
    transition: opacity var(--_fast);
    pointer-events: none;
  }
  /* As high as the words on it. A box that stays: one that grew would count as moved on the page. */
  .phone .column::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: -16px;
    right: 0;
    bottom: 0;
    left: 0;
    background:
      linear-gradient(to top, rgba(0, 0, 0, 0.56), rgba(0, 0, 0, 0.48) 64px, transparent 200px),
      linear-gradient(
        to top,
        rgba(0, 0, 0, 0.5),
        rgba(0, 0, 0, 0.46) calc(var(--_words, 100%) - 48px),
        transparent calc(var(--_words, 100%) + 16px)
      );
  }
  .on-phase .column::before {
    opacity: 0.5;
  }
  .pinned,
  .more,
  .bar {
    flex: none;
    pointer-events: auto;
  }
  .talk {
    flex: 0 1 auto;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  qun-comment-stream {
    flex: 0 1 auto;
    min-height: 0;
    --scrim: 0;
    --list-height: calc(var(--_h, 600px) * 0.33);
  }
  .bones {
    position: absolute;
    right: 8px;
    bottom: calc(var(--_bottom) + 60px);
    left: 12px;
  }
  .bones .bone {
    width: 56%;
    height: 24px;
    margin: 0 0 8px;
    border-radius: 12px;
    opacity: 0.6;
  }
  .bones .short {
    width: 34%;
  }
  .beside .bones {
    display: none;
  }
  .phone .talk {
    order: 1;
    flex: 1 1 0;
  }
  .phone .talk,
  .phone .more {
    transform: translateY(calc(-1 * var(--_pinned, 0px)));
  }
  .phone qun-comment-stream {
    flex: 1 1 auto;
  }
  .phone qun-comment-stream::part(list) {
    margin-top: auto;
  }
  .phone .more {
    order: 2;
  }
  /* Out of the column, and the words lifted above it: words that were pushed up would count as a shift of the page. */
  .phone .pinned {
    position: absolute;
    right: 8px;
    bottom: calc(var(--_bottom) + 52px);
    left: 8px;
  }
  .phone .bar {
    order: 4;
    display: flex;
    align-items: center;
    margin-top: 8px;
    color: var(--_on-picture);
  }
  .shelf-button {
    position: relative;
  }
  .shelf-button,
  .say,
  .phone qun-cart-button::part(button),
  .phone qun-reaction-button::part(pill),
  .phone qun-share-to-group::part(button) {
    background: rgba(255, 255, 255, 0.16);
  }
  qun-reaction-button {
    margin: 0 8px;
  }
  .phone qun-cart-button::part(button) {
    margin-right: 8px;
  }
  .phone qun-reaction-button {
    margin-left: 0;
  }
  .count {
    position: absolute;
    top: -2px;
    right: -4px;
    min-width: 18px;
    padding: 0 5px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-size: 11px;
    font-weight: 600;
    line-height: 18px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .say {
    line-height: 44px;
    flex: 1;
    min-width: 0;
    height: 44px;
    margin: 0 8px 0 12px;
    padding: 0 16px;
    border-radius: 999px;
    color: rgba(255, 255, 255, 0.9);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Not at other times: what is fixed to the window inside would be fixed to the column. */
  .phone.typing .column {
    transform: translateY(calc(-1 * var(--_keyboard, 0px)));
  }
  .phone.typing qun-comment-stream {
    --list-height: calc(var(--_h, 600px) * 0.22);
  }
  .phone.typing .offers {
    visibility: hidden;
  }
  .phone qun-comment-stream::part(list) {
    padding-right: 4px;
    padding-left: 4px;
  }
  .phone qun-comment-stream::part(composer) {
    padding: 8px 0 0;
  }
  .phone.typing .talk {
    transform: none;
  }
  .phone.typing .bar,
  .phone.typing .pinned,
  .phone.typing .more {
    display: none;
  }

  .beside .column {
    position: relative;
    top: 0;
    flex: none;
    width: var(--_column);
    justify-content: flex-start;
    padding: 0 env(safe-area-inset-right, 0px) 0 0;
    background: var(--_surface);
    color: var(--_text);
    pointer-events: auto;
  }
  .title-row {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    min-height: 56px;
    padding: 6px 8px 6px 16px;
  }
  .title-row h2 {
    flex: 1;
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .beside .pinned {
    padding: 0 12px;
  }
  .beside .pinned qun-product-carousel::part(card) {
    border: 1px solid var(--_outline);
    box-shadow: none;
  }
  .tabs {
    display: flex;
    flex: none;
    padding: 0 8px;
    border-bottom: 1px solid var(--_outline);
  }
  .tab {
    position: relative;
    min-height: 44px;
    padding: 0 12px;
    color: var(--_text-muted);
  }
  .tab[aria-selected='true'] {
    color: var(--_text);
    font-weight: 600;
  }
  .tab[aria-selected='true']::after {
    content: '';
    position: absolute;
    right: 12px;
    bottom: -1px;
    left: 12px;
    height: 2px;
    border-radius: 1px;
    background: var(--_brand);
  }
  .beside .talk,
  .shelf {
    flex: 1;
  }
  .beside qun-comment-stream {
    flex: 1;
  }
  .shelf,
  .third {
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .third {
    flex: none;
    width: var(--_column);
    border-left: 1px solid var(--_outline);
    background: var(--_surface);
    color: var(--_text);
  }
`;
