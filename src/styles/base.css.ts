import { css, unsafeCSS } from 'lit';

/**
 * Everything a page's style could hand down by inheritance, set back. It stands on `:host` with `!important`, since the
 * page's own rules for the tag beat `:host`, and again on the wrapper, where page rules do not reach at all.
 * `direction`, `visibility` and `color-scheme` are the page's to say.
 */
const inherited = (important: string) =>
  unsafeCSS(
    [
      'font-style:normal',
      'font-variant:normal',
      'font-weight:400',
      'font-stretch:normal',
      'font-size:var(--_fs-14)',
      'font-family:var(--_font)',
      'line-height:1.4',
      'letter-spacing:normal',
      'word-spacing:normal',
      'text-align:start',
      'text-indent:0',
      'text-transform:none',
      'text-shadow:none',
      'text-decoration:none',
      'white-space:normal',
      'word-break:normal',
      'overflow-wrap:anywhere',
      'list-style:none',
      'cursor:auto',
      'tab-size:4',
      'color:var(--_text)',
      '-webkit-text-size-adjust:100%',
      '-webkit-tap-highlight-color:transparent',
    ]
      .map(rule => `${rule}${important};`)
      .join(''),
  );

/** The first style of every element, after the tokens. Elements put all they render inside one `part="base"` with class `base`. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    isolation: isolate;
    ${inherited('!important')}
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    ${inherited('')}
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  textarea {
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    appearance: none;
    -webkit-appearance: none;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  button:disabled {
    cursor: default;
  }
  img,
  svg,
  video {
    display: block;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  ul,
  ol,
  h2,
  h3,
  p {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }
  :focus {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  [hidden] {
    display: none !important;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
