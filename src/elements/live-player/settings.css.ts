import { css } from 'lit';

/** The settings of a player: on the picture, so light on dark in every theme. */
export const settings = css`
  .beneath {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .beneath.dim {
    background: rgba(0, 0, 0, 0.4);
  }
  .settings {
    position: absolute;
    right: 8px;
    bottom: calc(var(--_bar, 52px) + 8px);
    display: flex;
    flex-direction: column;
    width: 288px;
    max-width: calc(100% - 16px);
    max-height: calc(100% - var(--_bar, 52px) - 16px);
    overflow: hidden;
    border-radius: var(--_radius-m);
    background: rgba(28, 24, 21, 0.96);
    box-shadow: 0 8px 32px rgba(0, 0, 0, 0.4);
    color: #fff;
    animation: settings var(--_fast) var(--_ease);
  }
  @supports (inset-inline-end: 0) {
    .settings {
      right: auto;
      inset-inline-end: 8px;
    }
  }
  .seekable ~ .settings {
    --_bar: 84px;
  }
  .settings.sheet {
    right: 0;
    bottom: 0;
    left: 0;
    width: auto;
    max-width: none;
    max-height: calc(100% - 32px);
    padding-bottom: env(safe-area-inset-bottom, 0px);
    border-radius: var(--_radius-l) var(--_radius-l) 0 0;
  }
  @keyframes settings {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .settings-head {
    display: flex;
    flex: none;
    align-items: center;
    min-height: 48px;
    padding: 2px 6px;
    border-bottom: 1px solid rgba(255, 255, 255, 0.12);
  }
  .settings-title {
    padding: 0 4px;
    font-weight: 600;
  }
  .sheet .settings-title {
    font-size: var(--_fs-16);
  }
  .steering {
    display: flex;
    flex: none;
    align-items: center;
    padding: 4px 8px;
    border-bottom: 1px solid rgba(255, 255, 255, 0.12);
  }
  .steering .timeline {
    flex: 1;
    margin: 0 12px;
  }
  .steering .tip {
    bottom: 32px;
  }
  .lines {
    flex: 1 1 auto;
    min-height: 0;
    padding: 4px 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .line {
    display: flex;
    align-items: center;
    width: calc(100% - 12px);
    min-height: 44px;
    margin: 0 6px;
    padding: 6px 10px;
    border-radius: var(--_radius-s);
    text-align: start;
  }
  .line:focus {
    outline-offset: -2px;
  }
  @media (hover: hover) {
    .line:hover {
      background: rgba(255, 255, 255, 0.1);
    }
  }
  .line svg,
  .switch,
  .value,
  .onward,
  .tick {
    flex: none;
  }
  .words {
    flex: 1;
    min-width: 0;
    padding: 0 12px;
  }
  .line > .words:first-child {
    padding-inline-start: 0;
  }
  .words small {
    display: block;
    color: rgba(255, 255, 255, 0.72);
    font-size: var(--_fs-12);
  }
  .value {
    max-width: 50%;
    overflow: hidden;
    color: rgba(255, 255, 255, 0.78);
    font-size: var(--_fs-13);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .onward {
    margin-inline-start: 4px;
    opacity: 0.6;
  }
  :host(:dir(rtl)) .onward,
  :host(:dir(rtl)) .settings-head svg {
    transform: scaleX(-1);
  }
  .tick {
    width: 20px;
    height: 20px;
  }
  .switch {
    position: relative;
    width: 40px;
    height: 24px;
    border-radius: 999px;
    background: rgba(255, 255, 255, 0.28);
    transition: background var(--_fast);
  }
  .switch::after {
    content: '';
    position: absolute;
    top: 3px;
    left: 3px;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: #fff;
    transition: transform var(--_fast) var(--_ease);
  }
  [aria-checked='true'] > .switch {
    background: var(--_brand);
  }
  [aria-checked='true'] > .switch::after {
    transform: translateX(16px);
  }
`;
