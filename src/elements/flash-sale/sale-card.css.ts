import { css } from 'lit';

/** A card under a band: loud while it is open, held back before, gold while pieces are kept for the viewer, grey when over. */
export const saleCardStyle = css`
  :host {
    --_sale: var(--sale-color, var(--_brand));
    --_sale-radius: var(--sale-radius, var(--_radius-m));
    --_gold: linear-gradient(120deg, #fbe9b7, #e9bf62 70%, #d6a03c);
    --_gold-ink: #4d2f00;
  }
  .cards > li + li {
    margin-top: 12px;
  }
  .card {
    max-width: 460px;
    overflow: hidden;
    border-radius: var(--_sale-radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
  }
  .head {
    --_box: #fff;
    --_box-ink: var(--_price);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    min-height: 36px;
    padding: 4px 12px;
    background: linear-gradient(100deg, transparent 40%, rgba(0, 0, 0, 0.22)), var(--_sale);
    color: var(--_on-brand);
    font-size: var(--_fs-13);
  }
  .head b {
    font-weight: 600;
  }
  .countdown {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .figures {
    margin-inline-start: 2px;
    font-weight: 600;
  }
  .head .figures b {
    display: inline-block;
    min-width: 24px;
    margin: 0 2px;
    padding: 0 4px;
    border-radius: 4px;
    background: var(--_on-brand);
    color: var(--_brand);
    line-height: 20px;
    text-align: center;
  }
  .body {
    display: flex;
    padding: 12px 12px 0;
  }
  .picture {
    display: flex;
    position: relative;
    flex: none;
    align-items: center;
    justify-content: center;
    width: calc(84px * var(--_scale));
    height: calc(84px * var(--_scale));
    margin-inline-end: 12px;
    overflow: hidden;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: var(--_text-muted);
  }
  .picture img {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .words {
    flex: 1;
    min-width: 0;
  }
  .title {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    line-height: 1.3;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .price {
    margin-top: 2px;
    color: var(--_price);
    font-size: var(--_fs-20);
    line-height: 1.2;
  }
  .price s {
    margin-inline-start: 4px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .price s .money {
    font-weight: 400;
  }
  .stock {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin-top: 4px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  .bar {
    flex: 0 0 100%;
    height: 6px;
    margin-bottom: 4px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--_outline);
  }
  .rest {
    height: 100%;
    border-radius: inherit;
    background: var(--_sale);
    transition: width var(--_slow);
  }
  .note {
    min-height: 1.4em;
    margin: 8px 12px 0;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .note.alert {
    color: var(--_warning);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    padding: 4px 12px 12px;
  }
  .foot > * {
    margin-top: 4px;
  }
  .quantity {
    display: flex;
    align-items: center;
    margin-inline-end: auto;
    border-radius: 999px;
    background: var(--_surface-raised);
  }
  .quantity b {
    min-width: 20px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .step {
    font-size: 20px;
  }
  .step[aria-disabled] {
    cursor: default;
    opacity: 0.35;
  }
  .action {
    flex: none;
    min-width: calc(104px * var(--_scale));
    background: var(--_sale);
  }
  .action[aria-disabled] {
    background: var(--_surface-raised);
    color: var(--_text-muted);
    cursor: default;
  }
  .asking .action,
  .queued .action {
    animation: wait 0.8s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.5;
    }
  }
  .back {
    min-height: 44px;
    margin-inline-end: 4px;
    padding: 0 12px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .stamp {
    display: flex;
    align-items: center;
    min-height: 44px;
    margin-inline-end: auto;
    color: var(--_success);
    font-size: var(--_fs-13);
    font-weight: 600;
  }
  .stamp svg {
    margin-inline-end: 4px;
  }

  /* Not yet, or nothing to be had just now: the same band, its colour held back. */
  .upcoming .head,
  .taken .head,
  .waiting .head {
    position: relative;
    isolation: isolate;
    background: none;
    color: var(--_price);
  }
  .upcoming .head::before,
  .taken .head::before,
  .waiting .head::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    background: var(--_sale);
    opacity: 0.1;
  }
  .upcoming .head .figures b,
  .taken .head .figures b,
  .waiting .head .figures b {
    background: var(--_sale);
    color: var(--_on-brand);
  }

  /* Kept for this viewer. */
  .held .head,
  .ordered .head {
    background: var(--_gold);
    color: var(--_gold-ink);
  }
  .held .head .figures b {
    background: var(--_gold-ink);
    color: #fff;
  }
  .held .head {
    animation: won var(--_slow) var(--_ease);
  }
  @keyframes won {
    from {
      transform: translateY(-100%);
    }
  }

  /* Over. */
  .sold-out .head,
  .ended .head {
    background: var(--_surface-raised);
    color: var(--_text-muted);
  }
  .sold-out .title,
  .ended .title,
  .sold-out .price,
  .ended .price {
    color: var(--_text-muted);
  }
  .sold-out .picture img,
  .ended .picture img {
    opacity: 0.5;
  }

  .strip {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding: 0 4px 0 10px;
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
  }
  .strip-words {
    flex: 1;
    min-width: 0;
    font-size: var(--_fs-12);
    line-height: 1.35;
  }
  .strip-words > b {
    color: var(--_price);
    font-weight: 600;
  }
  .strip .price {
    font-size: var(--_fs-16);
  }
  .strip-note {
    display: -webkit-box;
    overflow: hidden;
    color: var(--_text-muted);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .strip .figures b {
    font-weight: 600;
  }
  .strip .back {
    padding: 0 8px;
  }
  .strip .stamp {
    margin: 0 8px 0 0;
  }
  .strip .action {
    position: relative;
    min-width: 0;
    min-height: 32px;
    padding: 0 14px;
    font-size: var(--_fs-13);
  }
  /* 44 px of touch around a smaller pill. */
  .strip .action::after {
    content: '';
    position: absolute;
    top: -6px;
    right: 0;
    bottom: -6px;
    left: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    .asking .action,
    .queued .action {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .card,
    .head,
    .action,
    .figures b,
    .quantity {
      border: 1px solid;
    }
    .rest {
      background: CanvasText;
    }
  }
`;
