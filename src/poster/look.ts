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

/** Taiwan and Hong Kong write some characters in another way than the mainland does. */
const TRADITIONAL = "'PingFang TC', 'Noto Sans CJK TC', 'Microsoft JhengHei', ";
const SERIF = "Georgia, 'Times New Roman', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif";
const SERIF_TRADITIONAL =
  "Georgia, 'Times New Roman', 'Songti TC', 'Noto Serif CJK TC', 'Source Han Serif TC', PMingLiU, serif";

/** Reads the theme where `probe` stands; its colour is changed for that and taken back. */
export function readLook(probe: HTMLElement, lang: string): Look {
  const style = getComputedStyle(probe);
  const role = (name: keyof typeof ROLES): Rgb => {
    const [property, otherwise] = ROLES[name];
    // Only a real property says what light-dark() and the like come to.
    probe.style.setProperty('color', `var(${property})`);
    return readColor(style.color) ?? otherwise;
  };
  const colors = {
    brand: role('brand'),
    onBrand: role('onBrand'),
    price: role('price'),
    surface: role('surface'),
    text: role('text'),
    muted: role('muted'),
    outline: role('outline'),
  };
  probe.style.removeProperty('color');
  const traditional = /^zh-(hant|tw|hk|mo)/i.test(lang);
  const font = style.fontFamily || 'sans-serif';
  return {
    ...colors,
    radius: parseFloat(style.getPropertyValue('--_radius-m')) || 12,
    font: traditional ? TRADITIONAL + font : font,
    serif: traditional ? SERIF_TRADITIONAL : SERIF,
  };
}
