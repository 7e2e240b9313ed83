import { readColor, type Rgb } from './colors.js';

/** The theme a poster is drawn in. */
export interface Look {
  readonly brand: Rgb;
  readonly onBrand: Rgb;
  readonly price: Rgb;
  readonly surface: Rgb;
  readonly text: Rgb;
  readonly muted: Rgb;
  readonly outline: Rgb;
  /** Of corners, px. */
  readonly radius: number;
  /** Families, as CSS writes them. */
  readonly font: string;
  readonly serif: string;
}

/** The roles' names as elements resolve them, and what stands for one that cannot be read. */
const ROLES = {
  brand: ['--_brand', [211, 54, 34]],
  onBrand: ['--_on-brand', [255, 255, 255]],
  price: ['--_price', [208, 48, 28]],
  surface: ['--_surface', [255, 255, 255]],
  text: ['--_text', [29, 26, 24]],
  muted: ['--_text-muted', [103, 96, 91]],
  outline: ['--_outline', [228, 223, 218]],
} as const;

/** Properties that hold a colour, and change nothing to be seen on a probe. */
const CARRIERS = [
  'color',
  'background-color',
  'border-top-color',
  'border-right-color',
  'border-bottom-color',
  'border-left-color',
  'outline-color',
] as const;

/** Taiwan and Hong Kong write some characters in another way than the mainland does. */
const TRADITIONAL = "'PingFang TC', 'Noto Sans CJK TC', 'Microsoft JhengHei', ";
const SERIF = "Georgia, 'Times New Roman', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif";
const SERIF_TRADITIONAL =
  "Georgia, 'Times New Roman', 'Songti TC', 'Noto Serif CJK TC', 'Source Han Serif TC', PMingLiU, serif";

/** Reads the theme where `probe` stands; its colours are changed for that and taken back. */
export function readLook(probe: HTMLElement, lang: string): Look {
  const style = getComputedStyle(probe);
  const roles = Object.keys(ROLES) as (keyof typeof ROLES)[];
  // Only a real property says what light-dark() and the like come to; all at once, or the page is styled anew for each.
  roles.forEach((role, at) => probe.style.setProperty(CARRIERS[at]!, `var(${ROLES[role][0]})`));
  const read = (role: keyof typeof ROLES): Rgb =>
    readColor(style.getPropertyValue(CARRIERS[roles.indexOf(role)]!)) ?? ROLES[role][1];
  const colors = {
    brand: read('brand'),
    onBrand: read('onBrand'),
    price: read('price'),
    surface: read('surface'),
    text: read('text'),
    muted: read('muted'),
    outline: read('outline'),
  };
  for (const carrier of CARRIERS) probe.style.removeProperty(carrier);
  const traditional = /^zh-(hant|tw|hk|mo)/i.test(lang);
  const font = style.fontFamily || 'sans-serif';
  return {
    ...colors,
    radius: parseFloat(style.getPropertyValue('--_radius-m')) || 12,
    font: traditional ? TRADITIONAL + font : font,
    serif: traditional ? SERIF_TRADITIONAL : SERIF,
  };
}
