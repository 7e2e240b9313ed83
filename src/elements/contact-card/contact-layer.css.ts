import { css } from 'lit';

/** From below on a phone, in the middle of a wider window. */
export const contactLayer = css`
  :host([open]) {
    z-index: 1;
  }
  .layer {
    flex-direction: column;
    align-items: center;
    justify-content: flex-end;
    padding: 48px 0 0;
    background: rgba(18, 15, 14, 0.64);
    color: var(--_text);
    animation: appear var(--_fast) var(--_ease);
  }
  .layer[open] {
    display: flex;
  }
  .panel {
    --_code: 148px;
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: 480px;
    min-height: 0;
    border-radius: var(--_radius-l) var(--_radius-l) 0 0;
    background: var(--_surface-raised);
    overflow: hidden;
    animation: rise var(--_slow) var(--_ease);
  }
  .panel.one {
    --_code: 200px;
  }
  .panel:focus {
    outline: none;
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    min-height: 56px;
    padding: 4px 6px 4px 16px;
  }
  .heading {
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .close {
    color: var(--_text-muted);
  }
  .body {
    flex: 0 1 auto;
    min-height: 0;
    padding: 0 12px calc(16px + env(safe-area-inset-bottom, 0px));
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
    -webkit-overflow-scrolling: touch;
  }
  .body:focus {
    outline-offset: -2px;
  }
  .body slot::slotted(*) {
    margin-top: 12px;
  }
  @keyframes rise {
    from {
      transform: translateY(48px);
    }
  }
  @media (min-width: 640px) {
    .layer {
      justify-content: center;
      padding: 24px;
    }
    .panel {
      max-width: 720px;
      border-radius: var(--_radius-l);
    }
    .panel.one {
      max-width: 400px;
    }
    .body {
      padding: 0 16px 16px;
    }
    .body .cards {
      display: grid;
      grid-gap: 12px;
      grid-template-columns: repeat(auto-fit, minmax(280px, 1fr));
    }
    .body .cards > .card {
      margin: 0;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 2px solid;
    }
  }
`;
