import { css } from 'lit';

/** What stands before the picture while there is nothing to see in it. */
export const screen = css`
  .screens {
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: 0 24px;
    text-align: center;
    pointer-events: none;
  }
  .screens::before {
    content: '';
    flex: 0 0 20%;
  }
  .screens > * {
    pointer-events: auto;
  }
  .screen {
    display: flex;
    flex-direction: column;
    align-items: center;
    max-width: 340px;
  }
  .drawing {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 72px;
    height: 72px;
    margin-bottom: 16px;
    border-radius: 999px;
    background: rgba(255, 255, 255, 0.14);
  }
  .title {
    font-size: var(--_fs-20);
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  .line {
    margin-top: 8px;
    color: rgba(255, 255, 255, 0.9);
  }
  .screen .button,
  .way-out {
    margin-top: 20px;
  }
  .code {
    font-size: var(--_fs-12);
    letter-spacing: 0.02em;
    opacity: 0.8;
  }
  .show {
    font-size: var(--_fs-20);
    font-weight: 600;
  }
  .countdown {
    display: flex;
    align-items: center;
    margin-top: 16px;
    font-variant-numeric: tabular-nums;
  }
  .digits {
    min-width: 56px;
    padding: 10px 8px;
    border-radius: var(--_radius-s);
    background: rgba(0, 0, 0, 0.5);
    font-size: var(--_fs-28);
    font-weight: 600;
    line-height: 1.2;
    text-align: center;
  }
  .colon {
    padding: 0 6px;
    font-size: var(--_fs-20);
    font-style: normal;
    font-weight: 600;
  }
  .soon {
    margin-top: 16px;
    font-size: var(--_fs-28);
    font-weight: 600;
    line-height: 1.2;
  }
  .on-phase qun-comment-stream {
    --list-height: calc(var(--_h, 600px) * 0.2);
  }
  /* Too low for everything: what matters now stays. */
  .low.on-phase .talk,
  .low .drawing {
    display: none;
  }
  .on-fault .screens {
    justify-content: center;
  }
  .on-fault .screens::before {
    flex-basis: 0;
  }
`;
