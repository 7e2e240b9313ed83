import { css } from 'lit';

export const entry = css`
  :host {
    position: fixed;
    z-index: var(--entry-layer, 900);
    right: auto;
    bottom: auto;
    pointer-events: none;
  }
  .float {
    position: fixed;
    right: calc(var(--entry-x, 16px) + env(safe-area-inset-right, 0px));
    bottom: calc(var(--entry-y, 16px) + env(safe-area-inset-bottom, 0px));
    pointer-events: auto;
  }
  .left {
    right: auto;
    left: calc(var(--entry-x, 16px) + env(safe-area-inset-left, 0px));
  }
  .top {
    top: calc(var(--entry-y, 16px) + env(safe-area-inset-top, 0px));
    bottom: auto;
  }
  .way {
    display: block;
    position: relative;
    overflow: hidden;
    width: var(--entry-width, 112px);
    border-radius: var(--_radius-m);
    background: #1d1a18;
    box-shadow:
      0 0 0 2px var(--_surface),
      0 6px 20px rgba(0, 0, 0, 0.28);
    color: var(--_on-picture);
    text-align: start;
    text-decoration: none;
    animation: come var(--_slow, 280ms) var(--_ease, ease-out);
  }
  .way::before {
    content: '';
    display: block;
    padding-top: 133.3%;
  }
  .picture {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .words {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    padding: 28px 8px 8px;
    background: linear-gradient(rgba(0, 0, 0, 0), rgba(0, 0, 0, 0.78) 55%);
  }
  .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: var(--_fs-13);
    font-weight: 600;
    line-height: 1.3;
  }
  .viewers {
    display: block;
    margin-top: 2px;
    font-size: var(--_fs-12);
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .badge {
    display: inline-flex;
    position: absolute;
    top: 6px;
    left: 6px;
    max-width: calc(100% - 24px);
    align-items: center;
    padding: 1px 6px;
    border-radius: 6px;
    background: rgba(0, 0, 0, 0.62);
    font-size: 11px;
    font-weight: 600;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }
  .badge.live {
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .bars {
    display: inline-flex;
    flex: none;
    height: 9px;
    margin-inline-end: 4px;
    align-items: flex-end;
  }
  .bars i {
    width: 2px;
    height: 100%;
    margin-inline-end: 1px;
    border-radius: 1px;
    background: currentColor;
    transform-origin: bottom;
    animation: beat 900ms ease-in-out infinite alternate;
  }
  .bars i:nth-child(2) {
    animation-delay: -400ms;
  }
  .bars i:nth-child(3) {
    animation-delay: -650ms;
  }
  /* As a round button: the picture alone, with its badge over the lower edge. */
  .pill .way {
    overflow: visible;
    width: var(--entry-width, 64px);
    border-radius: 999px;
  }
  .pill .way::before {
    padding-top: 100%;
  }
  .pill .picture {
    border-radius: 999px;
  }
  .pill .words {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    padding: 0;
    clip: rect(0 0 0 0);
  }
  .pill .badge {
    top: auto;
    bottom: -6px;
    left: 50%;
    max-width: none;
    transform: translateX(-50%);
    white-space: nowrap;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  .pill .badge:not(.live) {
    background: #1d1a18;
  }
  .dismiss {
    display: flex;
    position: absolute;
    top: -22px;
    right: -22px;
    width: 44px;
    height: 44px;
    align-items: center;
    justify-content: center;
  }
  .left .dismiss {
    right: auto;
    left: -22px;
  }
  .left:not(.pill) .badge {
    right: 6px;
    left: auto;
  }
  .dismiss span {
    display: flex;
    width: 22px;
    height: 22px;
    align-items: center;
    justify-content: center;
    border-radius: 999px;
    background: var(--_surface);
    box-shadow: 0 1px 4px rgba(0, 0, 0, 0.3);
    color: var(--_text);
  }
  dialog {
    z-index: auto;
    color: inherit;
    pointer-events: auto;
  }
  dialog ::slotted(*) {
    --height: 100%;
    display: block;
    height: 100%;
  }
  .shut {
    display: flex;
    position: absolute;
    z-index: 1;
    top: calc(64px + env(safe-area-inset-top, 0px));
    right: calc(8px + env(safe-area-inset-right, 0px));
    width: 44px;
    height: 44px;
    align-items: center;
    justify-content: center;
    border-radius: 999px;
    background: var(--_veil);
    color: var(--_on-picture);
  }
  /* On a desk, as wide as an upright picture with its column is: the page is seen beside it. */
  @media (min-width: 900px) {
    dialog {
      padding: 24px 72px;
      background: rgba(0, 0, 0, 0.64);
    }
    dialog ::slotted(*) {
      max-width: calc(62vh + 380px);
      margin: 0 auto;
    }
    .shut {
      top: 16px;
      right: 16px;
    }
  }
  :focus-visible {
    outline: 2px solid var(--_brand);
    outline-offset: 3px;
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  @keyframes beat {
    from {
      transform: scaleY(0.35);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .way,
    .bars i {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .way {
      border: 1px solid;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
