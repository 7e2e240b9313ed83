import { css } from 'lit';

/** A column of lines of one height each, so that where a line stands is known before it is drawn. */
export const shelfStyle = css`
  :host {
    --_picture: var(--picture-size, 104px);
    --_line: calc((var(--_picture) + 25px) * var(--_scale));
    display: flex;
    flex-direction: column;
    max-height: var(--max-height, 640px);
  }
  .base {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  .tools {
    display: flex;
    flex: none;
    align-items: center;
    padding: 4px 16px 8px;
  }
  .find {
    position: relative;
    display: flex;
    flex: 1;
    align-items: center;
    min-width: 0;
    color: var(--_text-muted);
  }
  .find > svg {
    position: absolute;
    inset-inline-start: 14px;
    pointer-events: none;
  }
  input {
    width: 100%;
    min-height: 44px;
    padding: 0 40px;
    border-radius: 999px;
    background: var(--_surface-raised);
    color: var(--_text);
    /* Smaller, and iOS zooms the page in. */
    font-size: max(16px, var(--_fs-14));
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .clear {
    position: absolute;
    inset-inline-end: 0;
  }
  .on-now {
    display: flex;
    flex: none;
    align-items: center;
    min-height: 44px;
    margin-inline-start: 8px;
    padding: 0 12px;
    border-radius: 999px;
    color: var(--_price);
    font-weight: 600;
    white-space: nowrap;
  }
  .groups {
    position: relative;
    display: flex;
    flex: none;
    padding: 0 16px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .groups::-webkit-scrollbar {
    display: none;
  }
  .chip {
    position: relative;
    flex: none;
    min-height: 44px;
    margin-inline-end: 20px;
    color: var(--_text-muted);
    white-space: nowrap;
  }
  .chip[aria-current='true'] {
    color: var(--_text);
    font-weight: 600;
  }
  .chip[aria-current='true']::after {
    content: '';
    position: absolute;
    right: 0;
    bottom: 6px;
    left: 0;
    height: 2px;
    border-radius: 1px;
    background: var(--_brand);
  }
  .scroller {
    position: relative;
    flex: 1 1 auto;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
    /* shelf-list.ts does it, for every browser. */
    overflow-anchor: none;
    contain: layout paint style;
    -webkit-overflow-scrolling: touch;
  }
  .lines {
    position: relative;
    overflow: hidden;
  }
  .ruler {
    position: absolute;
    top: 0;
    left: 0;
    width: 0;
    height: calc(40px * var(--_scale));
    visibility: hidden;
  }
  .ruler.line-ruler,
  .ghost {
    height: var(--_line);
  }
  .card,
  .group {
    position: absolute;
    right: 0;
    left: 0;
    contain: layout style;
  }
  .card {
    display: flex;
    height: var(--_line);
    margin: 0 16px;
    padding: 12px 0;
    border-bottom: 1px solid var(--_outline);
  }
  .group {
    display: flex;
    align-items: flex-end;
    height: calc(40px * var(--_scale));
    padding: 0 16px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .picture {
    flex: none;
    width: var(--_picture);
    height: var(--_picture);
    margin-inline-end: 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
  }
  .words {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    overflow: hidden;
  }
  .with-second .title {
    -webkit-line-clamp: 1;
  }
  .tags {
    flex: none;
    margin-top: 2px;
  }
  .deal {
    display: flex;
    flex: 1;
    align-items: flex-end;
    min-height: 0;
  }
  .price {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: baseline;
    min-width: 0;
    height: 1.2em;
    margin-bottom: 5px;
    margin-inline-end: 8px;
    /* A struck-out price without room is left out, so that all lines are equally high. */
    overflow: hidden;
  }
  .new {
    position: absolute;
    z-index: 1;
    right: 0;
    bottom: 12px;
    left: 0;
    width: max-content;
    max-width: calc(100% - 32px);
    margin: 0 auto;
    box-shadow: var(--_shadow);
  }
  .ghost {
    margin: 0 16px;
    border-bottom: 1px solid var(--_outline);
  }
  .ghost::before {
    content: '';
    display: block;
    width: var(--_picture);
    height: var(--_picture);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    transform: translateY(12px);
  }
  @supports not (inset-inline-start: 0) {
    .find > svg {
      left: 14px;
    }
    .clear {
      right: 0;
    }
  }
  @media (forced-colors: active) {
    .card {
      border-width: 0 0 1px;
    }
    .chip[aria-current='true']::after {
      background: Highlight;
    }
  }
`;
