import { css } from 'lit';

/** One product's card, as it looks in every view. */
export const cardStyle = css`
  .picture {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    overflow: hidden;
    color: var(--_outline);
  }
  .picture img {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .picture img + svg {
    display: none;
  }
  .number,
  .live,
  .watch {
    position: absolute;
    color: #fff;
    font-size: var(--_fs-12);
    line-height: 20px;
    white-space: nowrap;
  }
  .number,
  .watch {
    background: rgba(0, 0, 0, 0.58);
  }
  .number {
    top: 0;
    inset-inline-start: 0;
    padding: 0 7px;
    border-end-end-radius: var(--_radius-s);
    font-variant-numeric: tabular-nums;
  }
  .live,
  .watch {
    bottom: 0;
    left: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    padding: 0 6px;
  }
  /* Above the card's own button. */
  .watch {
    z-index: 1;
    min-height: 30px;
  }
  .watch::before {
    content: '';
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    height: 44px;
  }
  .watch svg {
    margin-inline-end: 2px;
  }
  .live {
    background: var(--_brand);
    color: var(--_on-brand);
    font-weight: 600;
    line-height: 22px;
  }
  .mark {
    display: flex;
    align-items: flex-end;
    height: 10px;
    margin-inline-end: 6px;
  }
  .mark i {
    width: 2.5px;
    height: 100%;
    margin-inline-end: 1.5px;
    border-radius: 2px;
    background: currentColor;
    transform: scaleY(0.5);
    transform-origin: bottom;
    animation: talk 0.7s ease-in-out infinite alternate;
  }
  .mark i:nth-child(2) {
    transform: scaleY(1);
    animation-delay: -0.45s;
  }
  .mark i:nth-child(3) {
    transform: scaleY(0.7);
    animation-delay: -0.2s;
  }
  @keyframes talk {
    from {
      transform: scaleY(0.3);
    }
    to {
      transform: scaleY(1);
    }
  }
  .title {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 500;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .subtitle {
    overflow: hidden;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    /* One line: a tag for which there is no room is left out, not cut. */
    height: calc(18px * var(--_scale));
    overflow: hidden;
    font-size: var(--_fs-12);
    line-height: calc(18px * var(--_scale));
  }
  .tag {
    position: relative;
    margin-inline-end: 6px;
    padding: 0 5px;
    color: var(--_price);
    white-space: nowrap;
  }
  .tag::before {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border: 1px solid;
    border-radius: 4px;
    opacity: 0.4;
  }
  .tag .money,
  .tag .money small {
    font-size: 1em;
    font-weight: 500;
  }
  .tag.low {
    color: var(--_warning);
  }
  .price {
    color: var(--_price);
    font-size: var(--_fs-20);
    line-height: 1.2;
  }
  .from {
    font-size: var(--_fs-12);
    white-space: nowrap;
  }
  .from .money {
    font-size: var(--_fs-20);
  }
  s {
    margin-inline-start: 2px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    white-space: nowrap;
  }
  s .money,
  s .money small {
    font-size: 1em;
    font-weight: 400;
  }
  .open {
    flex: none;
    min-height: 34px;
    padding: 0 14px;
    font-size: var(--_fs-13);
  }
  /* The whole card is the button. */
  .open::after {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border-radius: inherit;
    cursor: pointer;
  }
  .gone .picture img {
    opacity: 0.5;
    filter: grayscale(1);
  }
  .gone .price,
  .gone .tag {
    color: var(--_text-muted);
  }
  .gone .open {
    background: var(--_surface-raised);
    color: var(--_text-muted);
  }
  .open[aria-disabled]::after {
    cursor: default;
  }
  @supports not (inset-inline-start: 0) {
    .number {
      left: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .mark i {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .card {
      border: 1px solid;
    }
    .mark i {
      background: CanvasText;
    }
  }
`;
