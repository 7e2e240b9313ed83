import { css } from 'lit';

/** What is in the cart. */
export const cartPanel = css`
  .lines {
    padding: 4px 16px;
  }
  .line {
    display: flex;
    padding: 12px 0;
    transition: opacity var(--_fast);
  }
  .line + .line {
    border-top: 1px solid var(--_outline);
  }
  .going {
    opacity: 0.4;
  }
  .line img,
  .picture {
    flex: none;
    width: 72px;
    height: 72px;
    margin-right: 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    object-fit: cover;
  }
  .what {
    flex: 1;
    min-width: 0;
  }
  .title {
    display: -webkit-box;
    font-weight: 600;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .chosen,
  .small {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .reserved {
    display: flex;
    align-items: center;
    margin-top: 2px;
    color: var(--_price);
    font-size: var(--_fs-12);
  }
  .reserved svg {
    flex: none;
    margin-right: 2px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    margin-top: 4px;
  }
  .price {
    color: var(--_price);
    font-size: var(--_fs-16);
  }
  .stepper {
    display: flex;
    flex: none;
    align-items: center;
    margin-left: auto;
    border-radius: 999px;
    background: var(--_surface-raised);
  }
  .stepper button:disabled {
    color: var(--_outline);
  }
  .count {
    min-width: 2em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  [aria-busy='true'] .count {
    color: var(--_text-muted);
  }
  .minus {
    width: 14px;
    height: 1.75px;
    border-radius: 1px;
    background: currentColor;
  }
  .plus {
    margin-left: -14px;
    transform: rotate(90deg);
  }
  .note {
    margin-top: 6px;
    color: var(--_price);
    font-size: var(--_fs-13);
  }
  .sign-in {
    min-height: 44px;
    padding: 0 8px;
    font-weight: 600;
    text-decoration: underline;
  }
  .foot {
    position: sticky;
    bottom: 0;
    padding: 10px 16px calc(12px + env(safe-area-inset-bottom, 0px));
    border-top: 1px solid var(--_outline);
    background: var(--_surface);
  }
  .foot .note {
    margin: 0 0 8px;
  }
  .pay {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .sum {
    flex: 1;
    min-width: 0;
    margin-right: 12px;
  }
  .total .price {
    margin-left: 6px;
    font-size: var(--_fs-20);
  }
  .pay .button {
    flex: none;
    min-width: 112px;
  }
  [aria-busy='true'].button {
    opacity: 0.7;
  }
`;
