import { css, unsafeCSS } from 'lit';
import { defaultPalette, eachRole, lightDark, type Palette } from './default-palette.js';
import { themeTable, type Theme } from './palettes.js';

const declare = (palette: Palette, pick: (light: string, dark: string) => string, without = '') =>
  eachRole(palette, (role, light, dark) =>
    without.includes(role) ? '' : `--qun-color-${role}:${pick(light, dark)};`,
  );
const light = (color: string) => color;
const dark = (_: string, color: string) => color;

const LIGHT_DARK = '(color:light-dark(#000,#fff))';

/** Browsers without light-dark() can follow the attribute and the device, though not the page's own scheme. */
const darkBefore = (theme: string, declarations: string) =>
  `@supports not ${LIGHT_DARK}{:host(${theme}[scheme=dark]){${declarations}}` +
  `@media (prefers-color-scheme:dark){:host(${theme}[scheme=auto]){${declarations}}}}`;

function sheetOf(name: string, theme: Theme): string {
  const [s, m, l] = theme.radius;
  const host = `:host([theme=${name}])`;
  const shape = `--qun-radius-s:${s}px;--qun-radius-m:${m}px;--qun-radius-l:${l}px;`;
  const basic = `${host}{${declare(theme, light)}${shape}`;
  // One look for both schemes is a dark one: what the browser draws itself has to follow.
  if (!theme.dark) return `${basic}color-scheme:dark;--qun-shadow:${deepShadow}}`;
  const both = `@supports ${LIGHT_DARK}{${host}{${declare(theme, lightDark)}}}`;
  return `${basic}}${both}${darkBefore(`[theme=${name}]`, declare(theme, dark))}`;
}

const deepShadow = '0 2px 12px rgba(0,0,0,.5)';

/**
 * For an element that holds a room: `theme` (default, minimal, night, festival, fresh, luxe), `scheme` (light, dark,
 * auto) and `large-text`. Without `theme` the page's own `--qun-…` roles count; without `scheme` its `color-scheme`.
 */
export const themes = css`
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([scheme='auto']) {
    color-scheme: light dark;
  }
  :host([large-text]) {
    --qun-text-scale: 1.25;
  }
  ${unsafeCSS(
    // Where no theme is named, the page's own brand stays what it is.
    darkBefore(':not([theme])', declare(defaultPalette, dark, 'brand on-brand')) +
      Object.entries(themeTable)
        .map(([name, theme]) => sheetOf(name, theme))
        .join(''),
  )}
`;
