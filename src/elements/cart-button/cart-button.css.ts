import { css } from 'lit';

/** The button, its badge, and where its sheet stands. */
export const cartButton = css`
  :host {
    display: inline-block;
    /* Where there is no top layer, the sheet has to rise above what stands beside us. */
    isolation: auto;
  }
  .cart {
    position: relative;
  }
  .cart svg {
    flex: none;
  }
  .words {
    margin-left: 8px;
  }
  :host([over-picture]) .cart {
    background: var(--_veil);
    color: var(--_on-picture);
  }
  .badge {
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
  .layer {
    position: fixed;
    z-index: 2147483647;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    overflow: hidden;
    pointer-events: none;
  }
  qun-sheet {
    --max-height: var(--cart-height, 82%);
    --safe-bottom: 0px;
  }
  qun-sheet:not(:defined) {
    display: none;
  }
  /* Beside what is watched. */
  @media (min-width: 900px) {
    .layer {
      left: auto;
      width: 440px;
    }
    qun-sheet {
      --max-height: var(--cart-height, 100%);
    }
  }
`;
