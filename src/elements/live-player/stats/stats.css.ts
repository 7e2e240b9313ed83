import { css } from 'lit';

/** The statistics: small, calm, and readable on any picture. */
export const statsStyle = css`
  .stats {
    position: absolute;
    top: 0;
    left: 0;
    right: 0;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    max-width: 344px;
    max-height: calc(100% - 72px);
    margin: 8px;
    border-radius: var(--_radius-m);
    background: rgba(16, 14, 12, 0.93);
    color: #fff;
    font-size: var(--_fs-12);
    line-height: 1.35;
  }
  .stats-head {
    display: flex;
    flex: none;
    align-items: center;
    padding: 0 0 0 14px;
    border-bottom: 1px solid rgba(255, 255, 255, 0.14);
  }
  .stats-head b {
    flex: 1;
    font-size: var(--_fs-13);
    font-weight: 600;
  }
  .stats-copy {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 8px;
    white-space: nowrap;
  }
  .stats-copy span {
    margin: 0 0 0 5px;
  }
  .stats :focus {
    outline-offset: -5px;
  }
  .stats dl {
    min-height: 0;
    margin: 0;
    padding: 8px 14px 12px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .stats dl > div {
    display: flex;
    align-items: baseline;
    padding: 2px 0;
  }
  .stats dt {
    flex: none;
    width: 72px;
    color: rgba(255, 255, 255, 0.72);
  }
  .stats dd {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
`;
