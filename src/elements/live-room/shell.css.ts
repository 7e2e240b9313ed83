import { css } from 'lit';

/** The room's box, the picture in it, and how a desk differs from a phone. */
export const shell = css`
  :host {
    height: var(--height, 100vh);
    overflow: hidden;
    --_column: var(--column-width, 380px);
    --_top: calc(env(safe-area-inset-top, 0px) + 8px);
    --_bottom: calc(env(safe-area-inset-bottom, 0px) + 8px);
  }
  @supports (height: 100svh) {
    :host {
      height: var(--height, 100svh);
    }
  }
  @media (min-width: 700px) {
    :host {
      height: var(--height, min(100vh, 900px));
      border-radius: var(--_radius-l);
    }
  }
  .base {
    position: relative;
    height: 100%;
    min-height: 300px;
    overflow: hidden;
    border-radius: inherit;
    background: #161310;
    color: var(--_on-picture);
  }
  .stage,
  .frame,
  .over,
  .backdrop,
  .scrim,
  .screens,
  qun-live-player {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .backdrop {
    width: 100%;
    height: 100%;
    object-fit: cover;
    opacity: 0.2;
  }
  qun-live-player {
    width: 100%;
    height: 100%;
    --background: transparent;
    --hear-top: max(18%, 112px);
  }
  /* Under the head and its notice. */
  qun-danmaku-layer {
    --top: 108px;
  }
  .phone qun-live-player {
    --captions-lift: calc(var(--_h, 600px) * 0.46);
  }
  /* The room says it itself, with more to do. */
  .on-phase qun-live-player::part(message),
  .on-fault qun-live-player::part(message),
  .on-loading qun-live-player::part(message) {
    display: none;
  }
  .frame {
    overflow: hidden;
    transform-origin: 50% 0;
    transition:
      transform var(--_slow) var(--_ease),
      border-radius var(--_slow);
  }
  .over {
    display: flex;
    flex-direction: column;
    padding: var(--_top) 8px 0;
    pointer-events: none;
    transition: opacity var(--_fast);
  }
  .over > * {
    pointer-events: auto;
  }
  .scrim {
    pointer-events: none;
    background: linear-gradient(rgba(0, 0, 0, 0.56), rgba(0, 0, 0, 0.36) 72px, transparent 180px);
  }

  /* A sheet is open on a phone: the picture, alone, shrinks into what is left above it. */
  .sheeted .frame {
    box-shadow: 0 0 0 1px rgba(255, 255, 255, 0.2);
    border-radius: calc(var(--_radius-m) / var(--_shrink, 1));
    transform: translateY(var(--_top)) scale(var(--_shrink, 1));
  }
  .sheeted qun-live-player::part(hear) {
    visibility: hidden;
  }
  .sheeted .scrim,
  .choosing .scrim,
  .counting .scrim,
  .on-phase .scrim {
    opacity: 0;
  }
  .sheeted .over,
  .sheeted .column,
  .sheeted .screens {
    opacity: 0;
    visibility: hidden;
  }
  .on-fault .column,
  .on-fault .over {
    display: none;
  }
  /* The player's settings are up, and its own layers lie under the room's. */
  .choosing .over,
  .counting .over,
  .choosing.phone .column {
    opacity: 0;
    visibility: hidden;
  }

  .beside {
    display: flex;
  }
  .beside .stage {
    position: relative;
    flex: 1;
    min-width: 0;
    overflow: hidden;
  }
  .beside .backdrop {
    opacity: 0.55;
    filter: blur(32px);
    transform: scale(1.2);
  }
  .beside .scrim {
    background: linear-gradient(rgba(0, 0, 0, 0.5), transparent 160px);
  }
  .beside .over {
    padding: 16px 16px 16px max(16px, env(safe-area-inset-left, 0px));
  }
  .beside qun-sheet,
  .beside qun-product-sheet {
    left: auto;
    width: var(--_column);
  }
  .wide qun-sheet,
  .wide qun-product-sheet {
    right: var(--_column);
  }
  qun-sheet:not(:defined),
  qun-product-sheet:not(:defined) {
    display: none;
  }
  qun-sheet {
    --max-height: 74%;
    color: var(--_text);
  }
  .beside qun-product-sheet {
    --sheet-height: 100%;
  }

  .notice-text {
    padding: 4px 16px 24px;
    font-size: var(--_fs-16);
    line-height: 1.6;
    white-space: pre-line;
  }
  .coupons {
    padding: 0 16px;
  }
  qun-product-shelf {
    height: 100%;
    --max-height: none;
  }
`;
