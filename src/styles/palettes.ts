/** `#rrggbb`: one for light and dark alike, or [light, dark]. */
export type Color = string | readonly [light: string, dark: string];

/** What a theme decides. Every role is also a custom property a page may set: `--qun-color-<role>`. */
export interface Palette {
  /** The ground of the loud button. For coloured words use `price`. */
  brand: Color;
  'on-brand': Color;
  price: Color;
  success: Color;
  warning: Color;
  surface: Color;
  'surface-raised': Color;
  text: Color;
  'text-muted': Color;
  outline: Color;
  focus: Color;
}

export interface Theme {
  colors: Palette;
  /** Corners in px: small, medium, large. */
  radius: readonly [number, number, number];
}

const focus: Color = ['#1a6fe0', '#7db4ff'];

/** The shipped themes. Each pair of words and ground is at least 4.5:1 in both schemes; a test measures it. */
export const themeTable = {
  /** Warm red on white. What every element shows where nothing is said. */
  default: {
    colors: {
      brand: ['#d33622', '#d5412d'],
      'on-brand': '#ffffff',
      price: ['#d0301c', '#ff7a66'],
      success: ['#1a7f4b', '#58c98d'],
      warning: ['#9a5b00', '#f0b45c'],
      surface: ['#ffffff', '#1a1817'],
      'surface-raised': ['#f6f4f2', '#262322'],
      text: ['#1d1a18', '#f3efec'],
      'text-muted': ['#67605b', '#a89f99'],
      outline: ['#e4dfda', '#3a3533'],
      focus,
    },
    radius: [8, 12, 16],
  },
  /** Ink on white. */
  minimal: {
    colors: {
      brand: ['#1f2328', '#f2f3f5'],
      'on-brand': ['#ffffff', '#15171a'],
      price: ['#1f2328', '#f2f3f5'],
      success: ['#1c7a4c', '#5fce95'],
      warning: ['#8a5a00', '#edb75f'],
      surface: ['#ffffff', '#16181b'],
      'surface-raised': ['#f4f5f6', '#222529'],
      text: ['#1f2328', '#f2f3f5'],
      'text-muted': ['#5d656e', '#a3abb4'],
      outline: ['#dfe2e6', '#363b41'],
      focus,
    },
    radius: [4, 6, 10],
  },
  /** Dark in either scheme. */
  night: {
    colors: {
      brand: '#ff6a55',
      'on-brand': '#250500',
      price: '#ff8a75',
      success: '#5fd39a',
      warning: '#f3bc68',
      surface: '#12131a',
      'surface-raised': '#1d1f2a',
      text: '#eff0f6',
      'text-muted': '#a2a6b8',
      outline: '#333748',
      focus: '#8ab8ff',
    },
    radius: [8, 12, 16],
  },
  /** Gold on deep red. */
  festival: {
    colors: {
      brand: ['#f3c65b', '#f0be4c'],
      'on-brand': ['#5c0a0c', '#4a0708'],
      price: ['#ffd978', '#ffd36b'],
      success: ['#9fe8b8', '#7edba0'],
      warning: ['#ffcf70', '#ffc766'],
      surface: ['#9a1218', '#3c0a0d'],
      'surface-raised': ['#a81e24', '#521216'],
      text: ['#fff6e6', '#fdeee0'],
      'text-muted': ['#ffe0c8', '#e2b9a4'],
      outline: ['#b2372f', '#7a2a2a'],
      focus: ['#ffe9a8', '#ffe08a'],
    },
    radius: [8, 14, 20],
  },
  /** Green, for groceries. */
  fresh: {
    colors: {
      brand: ['#1d7f42', '#4fc27c'],
      'on-brand': ['#ffffff', '#04210f'],
      price: ['#c8400f', '#ff9068'],
      success: ['#1d7f42', '#5fce8b'],
      warning: ['#8d5b00', '#edbb5c'],
      surface: ['#ffffff', '#131a15'],
      'surface-raised': ['#f1f7f0', '#1d2720'],
      text: ['#17211a', '#eef5ef'],
      'text-muted': ['#586659', '#a0b0a4'],
      outline: ['#d8e5d9', '#334037'],
      focus,
    },
    radius: [10, 16, 22],
  },
  /** Thin gold on black, in either scheme. */
  luxe: {
    colors: {
      brand: '#d9b871',
      'on-brand': '#17120a',
      price: '#e6cb8f',
      success: '#7fcfa0',
      warning: '#e8b866',
      surface: '#0e0d0c',
      'surface-raised': '#1a1816',
      text: '#f4efe6',
      'text-muted': '#b8ae9e',
      outline: '#453d30',
      focus: '#f0d79c',
    },
    radius: [2, 3, 4],
  },
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themeTable;
