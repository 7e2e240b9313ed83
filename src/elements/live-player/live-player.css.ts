import { css } from 'lit';

/** The picture fills the element; what is drawn on it reads on any picture, so it is white on a veil in every theme. */
export const picture = css`
  :host {
    position: relative;
    overflow: hidden;
  }
  .base {
    position: relative;
    height: 100%;
    max-height: 100vh;
    overflow: hidden;
    border-radius: inherit;
    background: var(--background, #161310);
    color: var(--_on-picture);
  }
  /* A height of its own, where the page gives none. */
  .base::before {
    display: block;
    padding-top: var(--ratio, 177.78%);
    content: '';
  }
  .base:focus {
    outline-offset: -3px;
  }
  .picture,
  .video,
  .cover,
  .poster,
  .backdrop,
  .over,
  .middle,
  .veiled .picture::after {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
  }
  .cover {
    pointer-events: none;
    transition: opacity var(--_slow) var(--_ease);
  }
  .poster {
    object-fit: cover;
  }
  ::slotted([slot='poster']) {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
    pointer-events: none;
  }
  .contain .poster {
    object-fit: contain;
  }
  /* What the page says of its picture holds until the player knows how it is shown. */
  .contain ::slotted([slot='poster']) {
    object-fit: contain !important;
  }
  .backdrop {
    object-fit: cover;
    opacity: 0.5;
    filter: blur(32px);
    transform: scale(1.2);
  }
  .cover.away {
    opacity: 0;
  }
  .veiled .picture::after {
    background: rgba(0, 0, 0, 0.6);
    content: '';
  }
  .over {
    pointer-events: none;
  }
  ::slotted(*) {
    pointer-events: auto;
  }
  .layer ::slotted(*) {
    pointer-events: none !important;
  }

  .middle {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 0 32px;
    text-align: center;
    pointer-events: none;
  }
  .middle button,
  .hear {
    pointer-events: auto;
  }
  .play {
    display: inline-flex;
    flex-direction: column;
    align-items: center;
  }
  .disc {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 72px;
    height: 72px;
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.5);
    box-shadow: inset 0 0 0 1.5px rgba(255, 255, 255, 0.5);
    transition: transform var(--_fast) var(--_ease);
  }
  .play:active .disc {
    transform: scale(0.94);
  }
  .disc.play path {
    fill: currentColor;
  }
  .label {
    margin-top: 12px;
    padding: 4px 14px;
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.62);
    font-weight: 500;
  }
  .message {
    display: flex;
    align-items: center;
    max-width: 22em;
    font-size: var(--_fs-14);
    text-wrap: balance;
  }
  .turning {
    padding: 14px;
    border-radius: 50%;
    background: rgba(0, 0, 0, 0.42);
  }
  .said {
    padding: 8px 16px;
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.62);
  }
  .veiled .message {
    flex-direction: column;
    padding: 0;
    background: none;
    font-size: var(--_fs-16);
    font-weight: 500;
    line-height: 1.5;
  }
  .drawing {
    display: inline-flex;
    margin-bottom: 12px;
    padding: 16px;
    border-radius: 999px;
    background: rgba(255, 255, 255, 0.14);
  }
  .middle .button {
    margin-top: 20px;
  }
  .spin {
    flex: none;
    width: 36px;
    height: 36px;
    border: 3px solid rgba(255, 255, 255, 0.35);
    border-top-color: #fff;
    border-radius: 50%;
    animation: spin 0.9s linear infinite;
  }
  .said .spin {
    width: 18px;
    height: 18px;
    margin-right: 8px;
    border-width: 2px;
  }
  @keyframes spin {
    to {
      transform: rotate(360deg);
    }
  }

  .hear {
    position: absolute;
    top: var(--hear-top, 18%);
    left: 50%;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 18px 0 14px;
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.62);
    font-weight: 500;
    white-space: nowrap;
    transform: translateX(-50%);
  }
  /* What moves in the layer keeps clear of it. */
  .silent {
    --_hear-end: calc(var(--hear-top, 18%) + 56px);
  }
  .hear span {
    margin-left: 6px;
  }

  :focus {
    outline-color: #fff;
  }

  @media (prefers-reduced-motion: reduce) {
    .spin {
      animation-duration: 3s;
    }
  }
`;
