import { css } from 'lit';

/** The small tag at the picture's edge. */
export const saleFloatStyle = css`
  .as-float {
    position: relative;
    width: calc(72px * var(--_scale));
  }
  button.float {
    display: block;
    width: 100%;
    overflow: hidden;
    border-radius: 12px;
    box-shadow: 0 2px 8px rgba(0, 0, 0, 0.28);
    color: var(--_on-brand);
    line-height: 1.2;
    text-align: center;
  }
  .face {
    display: block;
    padding: 6px 4px;
    background: linear-gradient(150deg, transparent 30%, rgba(0, 0, 0, 0.2)), var(--_sale);
  }
  .flash {
    display: block;
    font-size: 11px;
    font-weight: 600;
  }
  .face .money {
    font-size: var(--_fs-16);
  }
  .state {
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: 26px;
    padding: 2px 4px;
    background: var(--_surface);
    color: var(--_price);
    font-size: var(--_fs-12);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .float.held .face,
  .float.ordered .face {
    background: var(--_gold);
    color: var(--_gold-ink);
  }
  .float.ordered .state {
    color: var(--_success);
  }
  /* It can be had now, or is about to go. */
  .float.open .face,
  .float.held .face {
    animation: beckon 1.6s ease-in-out infinite;
  }
  @keyframes beckon {
    0%,
    70%,
    100% {
      transform: none;
    }
    80% {
      transform: scale(1.06);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .float.open .face,
    .float.held .face {
      animation: none;
    }
  }
`;
