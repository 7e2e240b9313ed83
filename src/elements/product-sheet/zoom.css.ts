import { css } from 'lit';

/** A picture in large, over everything. */
export const zoomStyle = css`
  .zoom {
    animation: appear var(--_fast) var(--_ease);
  }
  .stage {
    width: 100%;
    height: 100%;
    overflow: hidden;
    touch-action: none;
    cursor: zoom-in;
    user-select: none;
    -webkit-user-select: none;
  }
  .stage img {
    width: 100%;
    height: 100%;
    object-fit: contain;
    transition: transform var(--_fast) var(--_ease);
    -webkit-user-drag: none;
    pointer-events: none;
  }
  .held .stage img {
    transition: none;
  }
  .zoom .icon-button {
    position: absolute;
    background: rgba(0, 0, 0, 0.5);
    color: #fff;
  }
  .zoom .close {
    top: calc(8px + env(safe-area-inset-top, 0px));
    right: 8px;
  }
  .zoom .back,
  .zoom .forward {
    top: 50%;
    margin-top: -22px;
  }
  .zoom .back {
    left: 8px;
  }
  .zoom .forward {
    right: 8px;
  }
  .zoom:dir(rtl) .back {
    right: 8px;
    left: auto;
  }
  .zoom:dir(rtl) .forward {
    right: auto;
    left: 8px;
  }
  .zoom .back:dir(rtl) svg,
  .zoom .forward:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .tools {
    position: absolute;
    right: 0;
    bottom: calc(12px + env(safe-area-inset-bottom, 0px));
    left: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    pointer-events: none;
    font-variant-numeric: tabular-nums;
  }
  .tools .icon-button {
    position: relative;
    margin: 0 12px;
    pointer-events: auto;
  }
`;
