import { css } from 'lit';

/** What stands inside the panels: rows of products, coupons and comments, fields, the preview. */
export const panels = css`
  .panel > h3 {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 12px 16px;
    background: var(--_surface);
  }
  .item {
    display: flex;
    align-items: center;
    padding: 12px 16px;
    border-bottom: 1px solid var(--_outline);
    background: var(--_surface);
    content-visibility: auto;
    contain-intrinsic-size: auto 88px;
  }
  .item .words {
    flex: 1;
    min-width: 0;
    margin-inline-end: 12px;
  }
  .words > * {
    display: block;
  }
  .two-lines {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .words .two-lines {
    display: -webkit-box;
  }
  .thumb {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 56px;
    height: 56px;
    margin-inline-end: 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: var(--_text-muted);
    overflow: hidden;
  }
  .thumb img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .number {
    position: absolute;
    top: 0;
    left: 0;
    min-width: 18px;
    padding: 0 5px;
    border-bottom-right-radius: var(--_radius-s);
    background: rgba(0, 0, 0, 0.6);
    color: #fff;
    font-size: var(--_fs-12);
    font-weight: 600;
    text-align: center;
  }
  .item.on {
    box-shadow: inset 3px 0 var(--_brand);
  }
  .acts {
    display: flex;
    flex: none;
    flex-direction: column;
  }
  .acts > * + * {
    margin-top: 8px;
  }
  .wish,
  .tag {
    color: var(--_price);
  }
  .tag {
    margin-inline-end: 6px;
    font-weight: 600;
  }
  .item .button {
    min-width: 84px;
    padding: 0 12px;
    font-size: var(--_fs-13);
  }

  .coupon,
  .coupon .words {
    display: block;
  }
  .coupon .acts {
    flex-direction: row;
    margin-top: 10px;
  }
  .coupon .acts > * {
    flex: 1;
    min-width: 0;
  }
  .coupon .acts > * + * {
    margin: 0;
    margin-inline-start: 8px;
  }
  .figures-line {
    margin-top: 4px;
    font-size: var(--_fs-13);
    font-variant-numeric: tabular-nums;
  }
  .stand {
    color: var(--_price);
    font-weight: 600;
  }
  progress {
    width: 100%;
    height: 4px;
    margin-top: 6px;
    border: 0;
    border-radius: 2px;
    background: var(--_outline);
    overflow: hidden;
    appearance: none;
    -webkit-appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_outline);
  }
  progress::-webkit-progress-value {
    background: var(--_brand);
  }
  progress::-moz-progress-bar {
    background: var(--_brand);
  }

  .said {
    font-size: var(--_fs-14);
  }
  .role {
    margin-inline-end: 6px;
    padding: 0 4px;
    border-radius: 4px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-weight: 600;
  }

  .find {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    padding: 8px 16px;
    background: var(--_surface);
    color: var(--_text-muted);
  }
  .wide .find {
    top: 44px;
    padding-top: 0;
  }
  .find svg {
    position: absolute;
    left: 28px;
  }
  input,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 10px 14px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    color: var(--_text);
    /* Smaller, and iOS zooms the page in. */
    font-size: max(16px, var(--_fs-16));
  }
  .find input {
    padding-inline-start: 38px;
    border-radius: 999px;
  }
  ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  textarea {
    display: block;
    resize: none;
  }
  .notice-form {
    padding: 16px;
  }
  .notice-form .row {
    margin-top: 12px;
  }
  .empty {
    padding: 40px 24px;
    color: var(--_text-muted);
    text-align: center;
  }

  .preview {
    margin-top: 8px;
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    font-size: var(--_fs-13);
  }
  summary {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding: 0 12px;
    border-radius: inherit;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary b {
    flex: none;
    font-weight: 600;
  }
  .brief {
    flex: 1;
    margin-inline-start: 8px;
    color: var(--_text-muted);
  }
  summary svg {
    flex: none;
  }
  [open] > summary .brief {
    visibility: hidden;
  }
  [open] > summary svg {
    transform: rotate(180deg);
  }
  .preview ul,
  .preview > .link {
    margin: 0 12px;
  }
  .preview li {
    display: flex;
    align-items: flex-start;
    margin-top: 6px;
  }
  .preview li > span {
    min-width: 0;
  }
  .preview li svg {
    flex: none;
    margin-inline-end: 8px;
    color: var(--_text-muted);
  }
  .preview .line {
    display: block;
  }
  .preview qun-live-player {
    height: 240px;
    margin-top: 8px;
    border-radius: var(--_radius-s);
    overflow: hidden;
  }
`;
