import { css, unsafeCSS } from 'lit';
import { themeTable, type Color, type Palette, type Theme } from './palettes.js';

type Role = keyof Palette;

const light = (color: Color) => (typeof color === 'string' ? color : color[0]);
const dark = (color: Color) => (typeof color === 'string' ? color : color[1]);
const either = (color: Color) => (typeof color === 'string' ? color : `light-dark(${color.join()})`);

const declare = (palette: Palette, write: (color: Color) => string, without = '') =>
  (Object.keys(palette) as Role[])
    .filter(role => !without.includes(role))
    .map(role => `--qun-color-${role}:${write(palette[role])};`)
    .join('');

const LIGHT_DARK = '(color:light-dark(#000,#fff))';

/** Browsers without light-dark() can follow the attribute and the device, though not the page's own scheme. */
const darkBefore = (theme: string, declarations: string) =>
  `@supports not ${LIGHT_DARK}{:host(${theme}[scheme=dark]){${declarations}}` +
  `@media (prefers-color-scheme:dark){:host(${theme}[scheme=auto]){${declarations}}}}`;

function sheetOf(name: string, { colors, radius: [s, m, l] }: Theme): string {
  const host = `:host([theme=${name}])`;
  const shape = `--qun-radius-s:${s}px;--qun-radius-m:${m}px;--qun-radius-l:${l}px;`;
  const basic = `${host}{${declare(colors, light)}${shape}`;
  // One surface for both schemes is a dark one: what the browser draws itself has to follow.
  if (typeof colors.surface === 'string') return `${basic}color-scheme:dark;--qun-shadow:${deepShadow}}`;
  const both = `@supports ${LIGHT_DARK}{${host}{${declare(colors, either)}}}`;
  return `${basic}}${both}${darkBefore(`[theme=${name}]`, declare(colors, dark))}`;
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
    darkBefore(':not([theme])', declare(themeTable.default.colors, dark, 'brand on-brand')) +
      Object.entries(themeTable)
        .map(([name, theme]) => sheetOf(name, theme))
        .join(''),
  )}
`;
