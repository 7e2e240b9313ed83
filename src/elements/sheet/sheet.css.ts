import { css } from 'lit';

export const sheet = css`
  :host {
    --_max: var(--max-height, 82%);
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    pointer-events: none;
  }
  .base {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    height: 100%;
    overflow: hidden;
    visibility: hidden;
    transition: visibility 0s linear var(--_slow);
  }
  .open {
    visibility: visible;
    pointer-events: auto;
    transition: none;
  }
  .backdrop {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    max-height: var(--_max);
    border-radius: var(--_radius-l) var(--_radius-l) 0 0;
    background: var(--_surface);
    box-shadow: 0 -4px 24px rgba(0, 0, 0, 0.16);
    transform: translateY(100%);
    transition: transform var(--_slow) var(--_ease);
    overflow: hidden;
  }
  .panel:focus {
    outline: none;
  }
  :host([tall]) .panel {
    height: var(--_max);
  }
  .open .panel {
    transform: none;
  }
  .held {
    transition: none;
  }
  .head {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    min-height: 56px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) 0 calc(var(--_space) * 4);
    touch-action: none;
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
  }
  .head::before {
    content: '';
    position: absolute;
    top: 6px;
    left: 50%;
    width: 36px;
    height: 4px;
    margin-left: -18px;
    border-radius: 2px;
    background: var(--_outline);
  }
  .title {
    flex: 1;
    min-width: 0;
    font-size: var(--_fs-16);
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .icon-button {
    color: var(--_text-muted);
  }
  .body {
    flex: 1 1 auto;
    min-height: 0;
    padding-bottom: var(--safe-bottom, env(safe-area-inset-bottom, 0px));
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
    -webkit-overflow-scrolling: touch;
  }
  @media (forced-colors: active) {
    .panel {
      border-top: 2px solid;
    }
  }
`;
