import { css } from 'lit';

/** The bar at the lower edge: white on a veil, as all that lies on a picture. */
export const bar = css`
  .controls {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    align-items: center;
    padding: 32px 8px 4px;
    padding-bottom: calc(4px + env(safe-area-inset-bottom, 0px));
    background: linear-gradient(to top, rgba(0, 0, 0, 0.72), rgba(0, 0, 0, 0.5) 45%, transparent);
    transition: opacity var(--_slow) var(--_ease);
    pointer-events: none;
  }
  .controls > * {
    pointer-events: auto;
  }
  .controls.away {
    opacity: 0;
  }
  .controls.away > * {
    pointer-events: none;
  }
  .gap {
    flex: 1;
    pointer-events: none;
  }
  .volume {
    display: none;
    width: 84px;
    height: 44px;
    accent-color: #fff;
    appearance: auto;
    -webkit-appearance: auto;
    cursor: pointer;
  }
  @media (hover: hover) and (pointer: fine) {
    .volume {
      display: block;
    }
  }
  .live,
  .go-live {
    display: inline-flex;
    align-items: center;
    margin-right: 8px;
    font-size: var(--_fs-12);
    font-weight: 600;
    white-space: nowrap;
  }
  .live {
    padding: 3px 8px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .go-live {
    min-height: 44px;
    padding: 0 8px;
  }
  .dot {
    width: 6px;
    height: 6px;
    margin-right: 5px;
    border-radius: 50%;
    background: currentColor;
  }
  .go-live .dot {
    background: rgba(255, 255, 255, 0.55);
  }
`;
