import { css } from 'lit';

/** What stands below a ticket, and how a draw looks. */
export const moreStyle = css`
  .products,
  .proof {
    max-width: 460px;
    margin-top: 8px;
    border-radius: var(--_ticket-radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_outline);
  }
  .product {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: 52px;
    padding: 6px 12px;
    text-align: start;
  }
  .product img {
    flex: none;
    width: 40px;
    height: 40px;
    margin-inline-end: 10px;
    border-radius: var(--_radius-s);
    object-fit: cover;
  }
  .product-words {
    min-width: 0;
  }
  .product-title {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .saves {
    color: var(--_price);
    font-size: var(--_fs-12);
    font-weight: 600;
  }
  .proof {
    padding: 0 12px 1px;
    font-size: var(--_fs-12);
  }
  .proof summary {
    min-height: 44px;
    color: var(--_text-muted);
    line-height: 44px;
    cursor: pointer;
  }
  .proof p,
  .proof dl {
    margin: 0 0 10px;
  }
  .proof dt {
    color: var(--_text-muted);
  }
  .proof dd {
    margin: 0 0 4px;
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    word-break: break-all;
  }
  .good {
    color: var(--_success);
  }
  .bad {
    color: var(--_warning);
  }
  .queued .action,
  .drawing .action {
    animation: wait 0.8s ease-in-out infinite alternate;
  }
  .won .stub {
    background: var(--_gold);
    color: var(--_gold-ink);
  }
  .entered .action {
    color: var(--_success);
  }
  .lost .stub,
  .drawn .stub {
    background: var(--_surface-raised);
    color: var(--_text-muted);
  }
  .lost .action,
  .drawn .action {
    padding: 0 4px;
    background: none;
    font-weight: 400;
  }
  @media (prefers-reduced-motion: reduce) {
    .queued .action,
    .drawing .action {
      animation: none;
    }
  }
`;
