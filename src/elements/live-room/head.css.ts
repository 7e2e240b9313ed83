import { css } from 'lit';

/** What stands on the upper part of the picture: host, notice, banner, offers. */
export const head = css`
  .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    min-width: 0;
    pointer-events: none;
  }
  .head > * {
    pointer-events: auto;
  }
  .host {
    display: flex;
    align-items: center;
    min-width: 0;
    max-width: 264px;
    padding: 4px 14px 4px 4px;
    border-radius: 999px;
    background: var(--_veil);
  }
  .head-end {
    display: flex;
    flex: none;
    align-items: center;
  }
  .more-button {
    background: var(--_veil);
  }
  .more-button svg {
    stroke-width: 2.75;
  }
  .avatar {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 36px;
    height: 36px;
    margin-inline-end: 8px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-size: 16px;
    font-weight: 600;
    overflow: hidden;
  }
  .avatar img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .who {
    min-width: 0;
  }
  .name,
  .viewers {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .name {
    font-weight: 600;
    line-height: 1.3;
  }
  .viewers {
    font-size: var(--_fs-12);
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .clip {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .verified {
    flex: none;
    margin-inline-start: 4px;
    color: #ffd27a;
  }
  .badge {
    display: inline-flex;
    flex: none;
    align-items: center;
    margin-inline-end: 6px;
    padding: 0 5px;
    border-radius: 4px;
    background: rgba(0, 0, 0, 0.4);
    font-size: 11px;
    font-weight: 600;
    line-height: 15px;
  }
  .badge.live {
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .bone {
    display: block;
    width: 84px;
    height: 10px;
    margin: 4px 0;
    border-radius: 5px;
    background: rgba(255, 255, 255, 0.24);
  }
  .bone.short {
    width: 52px;
  }
  .waiting .avatar {
    background: rgba(255, 255, 255, 0.24);
  }

  .notice {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    align-self: flex-start;
    max-width: min(72%, 420px);
    margin-top: 8px;
    padding: 4px 6px 4px 10px;
    border-radius: 999px;
    background: var(--_veil);
    font-size: var(--_fs-13);
  }
  /* 44 px of touch on a line of 28. */
  .notice::before {
    content: '';
    position: absolute;
    top: -8px;
    right: 0;
    bottom: -8px;
    left: 0;
  }
  .notice svg {
    flex: none;
  }
  .notice svg:first-child {
    margin-inline-end: 6px;
  }

  .banner-place {
    flex: none;
    pointer-events: none;
  }
  .banner {
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    margin-top: 8px;
    padding: 4px 12px 4px 10px;
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.64);
    font-size: var(--_fs-13);
    /* A blip of a second is nobody's business. */
    animation: appear 200ms 800ms both;
  }
  .spin {
    flex: none;
    width: 12px;
    height: 12px;
    margin-inline-end: 8px;
    border: 2px solid rgba(255, 255, 255, 0.36);
    border-top-color: #fff;
    border-radius: 999px;
    animation: turn 900ms linear infinite;
  }
  .spin.large {
    width: 28px;
    height: 28px;
    margin: 0;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spin {
      animation-duration: 4s;
    }
  }

  .offers {
    display: flex;
    align-items: center;
    pointer-events: none;
  }
  .offers > * {
    pointer-events: auto;
  }
  .over .offers {
    position: absolute;
    top: 26%;
    right: 8px;
    flex-direction: column;
    max-width: 33%;
  }
  .over .offers > * {
    margin-bottom: 12px;
  }
  .beside .over .offers {
    right: 16px;
  }
  /* On the side where words end, whichever that is. */
  @supports (inset-inline-end: 0) {
    .over .offers {
      right: auto;
      inset-inline-end: 8px;
    }
    .beside .over .offers {
      right: auto;
      inset-inline-end: 16px;
    }
  }
  .screens .offers {
    justify-content: center;
    margin-top: 24px;
  }
  .screens .offers > * {
    margin: 0 6px;
  }
  .all-coupons {
    width: 44px;
    height: 44px;
    border-radius: 999px;
    background: var(--_veil);
  }
  .coupons qun-flash-sale {
    margin-bottom: 12px;
  }
`;
