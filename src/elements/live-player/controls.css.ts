import { css } from 'lit';

/** The bar at the lower edge: white on a veil, as all that lies on a picture. */
export const bar = css`
  .controls {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    padding: 32px 8px 4px;
    padding-bottom: calc(4px + env(safe-area-inset-bottom, 0px));
    background: linear-gradient(to top, rgba(0, 0, 0, 0.72), rgba(0, 0, 0, 0.5) 45%, transparent);
    transition: opacity var(--_slow) var(--_ease);
    pointer-events: none;
  }
  .note-place {
    position: absolute;
    top: calc(var(--hear-top, 18%) + 56px);
    right: 16px;
    left: 16px;
    text-align: center;
    pointer-events: none;
  }
  .note {
    display: inline-block;
    padding: 8px 16px;
    border-radius: 20px;
    background: rgba(0, 0, 0, 0.62);
    font-size: var(--_fs-14);
    text-wrap: balance;
  }
  .row {
    display: flex;
    align-items: center;
  }
  .row > *,
  .timeline {
    pointer-events: auto;
  }
  .controls.away {
    opacity: 0;
  }
  .away .row > *,
  .away .timeline {
    pointer-events: none;
  }
  .row > .gap {
    flex: 1;
    pointer-events: none;
  }
  .row .icon-button {
    transition: background var(--_fast);
  }
  .row [aria-pressed='true'],
  .row [aria-expanded='true'] {
    background: rgba(255, 255, 255, 0.24);
  }
  .volume {
    display: none;
    width: 72px;
    height: 44px;
    accent-color: #fff;
    appearance: auto;
    -webkit-appearance: auto;
    cursor: pointer;
  }
  @media (hover: hover) and (pointer: fine) {
    .roomy .volume {
      display: block;
    }
    .row .icon-button:hover {
      background: rgba(255, 255, 255, 0.16);
    }
  }
  .live,
  .go-live,
  .time,
  .chapter {
    font-size: var(--_fs-12);
    font-weight: 600;
    white-space: nowrap;
  }
  .live,
  .go-live {
    display: inline-flex;
    align-items: center;
    margin: 0 6px;
  }
  .live {
    padding: 3px 8px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .go-live {
    min-height: 44px;
  }
  .dot {
    width: 6px;
    height: 6px;
    margin-inline-end: 5px;
    border-radius: 50%;
    background: currentColor;
  }
  .go-live .dot {
    background: rgba(255, 255, 255, 0.55);
  }
  .time {
    margin: 0 6px;
    font-variant-numeric: tabular-nums;
    direction: ltr;
  }
  .time span {
    font-weight: 400;
    opacity: 0.8;
  }
  .chapter {
    display: none;
    min-width: 0;
    padding-inline-start: 4px;
    overflow: hidden;
    font-weight: 400;
    text-overflow: ellipsis;
  }
  .roomy .chapter {
    display: block;
  }

  /* Above the bar, and in a room above what is said and shown. */
  .video::-webkit-media-text-track-container {
    transform: translateY(calc(-1 * var(--captions-lift, 80px)));
  }

  .timeline {
    position: relative;
    height: 44px;
    margin: 0 10px -12px;
    touch-action: none;
  }
  .seek {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  /* Without a width of its own it is where the pointer is. */
  .seek::-webkit-slider-thumb {
    width: 1px;
    height: 44px;
    -webkit-appearance: none;
  }
  .seek::-moz-range-thumb {
    width: 1px;
    height: 44px;
    border: 0;
  }
  .track,
  .fill,
  .mark,
  .knob {
    position: absolute;
    pointer-events: none;
  }
  .track {
    top: 20px;
    left: 0;
    width: 100%;
    height: 4px;
    border-radius: 2px;
    background: rgba(255, 255, 255, 0.32);
    overflow: hidden;
    transition: transform var(--_fast);
  }
  .fill {
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    background: var(--_brand);
    transform: scaleX(var(--_at, 0));
    transform-origin: 0 50%;
  }
  .timeline:hover .track,
  .timeline.shown .track {
    transform: scaleY(1.5);
  }
  .mark {
    top: 18px;
    width: 3px;
    height: 8px;
    margin-left: -1.5px;
    border-radius: 1.5px;
    background: #fff;
  }
  .knob {
    top: 15px;
    left: calc(var(--_at, 0) * 100%);
    width: 14px;
    height: 14px;
    margin-left: -7px;
    border-radius: 50%;
    background: #fff;
    box-shadow: 0 1px 4px rgba(0, 0, 0, 0.4);
  }
  .seek:focus + .knob {
    box-shadow:
      0 0 0 2px rgba(0, 0, 0, 0.6),
      0 0 0 4px #fff;
  }
  .seek:focus:not(:focus-visible) + .knob {
    box-shadow: 0 1px 4px rgba(0, 0, 0, 0.4);
  }
  .tip {
    position: absolute;
    bottom: 38px;
    left: clamp(48px, calc(var(--_tip, 0) * 100%), calc(100% - 48px));
    display: flex;
    flex-direction: column;
    align-items: center;
    width: max-content;
    max-width: 180px;
    padding: 4px 10px;
    border-radius: var(--_radius-s);
    background: rgba(0, 0, 0, 0.8);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    text-align: center;
    opacity: 0;
    transform: translateX(-50%);
    transition: opacity var(--_fast);
    pointer-events: none;
  }
  .tip b {
    font-weight: 600;
  }
  .shown .tip {
    opacity: 1;
  }
  .seek:focus-visible ~ .tip {
    opacity: 1;
  }
`;
