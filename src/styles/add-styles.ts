import { adoptStyles, supportsAdoptingStyleSheets, type CSSResult } from 'lit';

/** Gives `root` more styles, after those it has: for a part of an element that came later than the element. */
export function addStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  if (supportsAdoptingStyleSheets && 'adoptedStyleSheets' in root)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.map(style => style.styleSheet!)];
  else adoptStyles(root, [...styles]);
}
