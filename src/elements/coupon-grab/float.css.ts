import { css } from 'lit';

/** The small ticket at the picture's edge. */
export const floatStyle = css`
  .base.float {
    position: relative;
    width: calc(68px * var(--_scale));
  }
  button.float {
    display: block;
    width: 100%;
    color: var(--_on-brand);
    line-height: 1.2;
    text-align: center;
    filter: drop-shadow(0 2px 6px rgba(0, 0, 0, 0.28));
  }
  .face,
  .state {
    --_bites:
      radial-gradient(circle at 0 var(--_edge), transparent 5px, #000 5.5px) left / 51% 100% no-repeat,
      radial-gradient(circle at 100% var(--_edge), transparent 5px, #000 5.5px) right / 51% 100% no-repeat;
    display: flex;
    align-items: center;
    justify-content: center;
    -webkit-mask: var(--_bites);
    mask: var(--_bites);
  }
  .face {
    --_edge: 100%;
    border-radius: 10px 10px 0 0;
    min-height: 42px;
    padding: 6px 4px 4px;
    background: linear-gradient(150deg, transparent 30%, rgba(0, 0, 0, 0.2)), var(--_ticket);
  }
  .face .value {
    font-size: var(--_fs-12);
  }
  .face .money {
    font-size: var(--_fs-20);
  }
  .face .long .money {
    font-size: var(--_fs-16);
  }
  .face .huge .money {
    font-size: var(--_fs-12);
  }
  .state {
    --_edge: 0%;
    border-radius: 0 0 10px 10px;
    min-height: 26px;
    padding: 2px 4px;
    border-top: 1px dashed var(--_outline);
    background: var(--_surface);
    color: var(--_price);
    font-size: var(--_fs-13);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .float.claimed .face {
    background: var(--_gold);
    color: var(--_gold-ink);
  }
  .float.claimed .state {
    color: var(--_success);
    font-size: var(--_fs-12);
  }
  /* It can be had now. */
  .float.open .face {
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
    .float.open .face {
      animation: none;
    }
  }
`;
