/**
 * What a theme decides, in the order in which palettes are written down. Every role is also a custom property that a page
 * may set: `--qun-color-<role>`. `brand` is the ground of the loud button; coloured words use `price`.
 */
export const roles = [
  'brand',
  'on-brand',
  'price',
  'success',
  'warning',
  'surface',
  'surface-raised',
  'text',
  'text-muted',
  'outline',
  'focus',
] as const;

/** Colours as `rrggbb`, one for each role. */
export interface Palette {
  light: string;
  /** Absent where a theme looks the same in either scheme, which is then a dark look. */
  dark?: string;
}

/** What every element shows where nothing is said. */
export const defaultPalette = {
  //      brand  onbrnd price  succss warnng surfce raised text   muted  outlne focus
  light: 'd33622 ffffff d0301c 1a7f4b 9a5b00 ffffff f6f4f2 1d1a18 67605b e4dfda 1a6fe0',
  dark: 'd5412d ffffff ff7a66 58c98d f0b45c 1a1817 262322 f3efec a89f99 3a3533 7db4ff',
} as const satisfies Palette;

/** `write` for every role: its name, and its colour in light and in dark. */
export function eachRole(
  { light, dark = light }: Palette,
  write: (role: string, light: string, dark: string) => string,
): string {
  const [lights, darks] = [light.split(' '), dark.split(' ')];
  return roles.map((role, i) => write(role, `#${lights[i]}`, `#${darks[i]}`)).join('');
}

/** One of them, whichever the scheme is. */
export const lightDark = (light: string, dark: string): string =>
  light === dark ? light : `light-dark(${light},${dark})`;
