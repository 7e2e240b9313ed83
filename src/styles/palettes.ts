import { defaultPalette, type Palette } from './default-palette.js';

export interface Theme extends Palette {
  /** Corners in px: small, medium, large. */
  radius: readonly [number, number, number];
}

/** The shipped themes. Each pair of words and ground is at least 4.5:1 in both schemes; a test measures it. */
export const themeTable = {
  /** Warm red on white. */
  default: { ...defaultPalette, radius: [8, 12, 16] },
  /** Ink on white. */
  minimal: {
    //      brand  onbrnd price  succss warnng surfce raised text   muted  outlne focus
    light: '1f2328 ffffff 1f2328 1c7a4c 8a5a00 ffffff f4f5f6 1f2328 5d656e dfe2e6 1a6fe0',
    dark: 'f2f3f5 15171a f2f3f5 5fce95 edb75f 16181b 222529 f2f3f5 a3abb4 363b41 7db4ff',
    radius: [4, 6, 10],
  },
  /** Dark in either scheme. */
  night: {
    light: 'ff6a55 250500 ff8a75 5fd39a f3bc68 12131a 1d1f2a eff0f6 a2a6b8 333748 8ab8ff',
    radius: [8, 12, 16],
  },
  /** Gold on deep red. */
  festival: {
    light: 'f3c65b 5c0a0c ffd978 9fe8b8 ffcf70 9a1218 a81e24 fff6e6 ffe0c8 b2372f ffe9a8',
    dark: 'f0be4c 4a0708 ffd36b 7edba0 ffc766 3c0a0d 521216 fdeee0 e2b9a4 7a2a2a ffe08a',
    radius: [8, 14, 20],
  },
  /** Green, for groceries. */
  fresh: {
    light: '1d7f42 ffffff c8400f 1d7f42 8d5b00 ffffff f1f7f0 17211a 586659 d8e5d9 1a6fe0',
    dark: '4fc27c 04210f ff9068 5fce8b edbb5c 131a15 1d2720 eef5ef a0b0a4 334037 7db4ff',
    radius: [10, 16, 22],
  },
  /** Thin gold on black, in either scheme. */
  luxe: {
    light: 'd9b871 17120a e6cb8f 7fcfa0 e8b866 0e0d0c 1a1816 f4efe6 b8ae9e 453d30 f0d79c',
    radius: [2, 3, 4],
  },
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themeTable;
