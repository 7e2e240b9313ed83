import { css } from 'lit';

export const promoSlot = css`
  :host {
    position: relative;
  }
  .list > * + * {
    margin-top: 8px;
  }
  .promo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    width: 100%;
    min-height: 56px;
    padding: 8px 12px 8px 8px;
    border-radius: var(--_radius-m);
    background: var(--_surface);
    color: var(--_text);
    text-align: start;
  }
  .picture {
    flex: none;
    width: 48px;
    height: 48px;
    border-radius: var(--_radius-s);
    object-fit: cover;
  }
  .words {
    flex: 1 1 8em;
    min-width: 0;
    padding: 0 10px;
  }
  .title,
  .text {
    display: block;
  }
  .title {
    font-weight: 600;
    line-height: 1.3;
  }
  .text {
    margin-top: 2px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    line-height: 1.3;
  }
  .go {
    display: inline-flex;
    align-items: center;
    /* Below the words where both do not fit beside each other. */
    margin-inline-start: auto;
    padding: 4px 0 4px 10px;
    font-size: var(--_fs-13);
    font-weight: 600;
  }
  .go svg {
    flex: none;
    margin-inline-start: 2px;
  }
  :host(:dir(rtl)) .go svg {
    transform: scaleX(-1);
  }
`;
