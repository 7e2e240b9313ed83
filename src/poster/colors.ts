/** Red, green, blue: 0–255. */
export type Rgb = readonly [number, number, number];

/** Reads what a browser computes: `rgb(…)`, `rgba(…)` or `#rrggbb`. undefined: something else, such as a wider gamut. */
export function readColor(text: string): Rgb | undefined {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text.trim());
  if (hex) return [parseInt(hex[1]!, 16), parseInt(hex[2]!, 16), parseInt(hex[3]!, 16)];
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text.trim());
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : undefined;
}

export const writeColor = ([r, g, b]: Rgb, alpha = 1): string =>
  alpha === 1 ? `rgb(${r},${g},${b})` : `rgba(${r},${g},${b},${alpha})`;

/** `share` of `b` in `a`, 0–1. */
export const mix = (a: Rgb, b: Rgb, share: number): Rgb => {
  const of = (at: 0 | 1 | 2) => Math.round(a[at] + (b[at] - a[at]) * share);
  return [of(0), of(1), of(2)];
};

/** Relative luminance as WCAG defines it. */
function luminance(color: Rgb): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

/** 1–21, as WCAG counts it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const [BLACK, WHITE]: [Rgb, Rgb] = [
  [0, 0, 0],
  [255, 255, 255],
];

/** `color`, made lighter or darker until it can be read on `ground` at `least`. */
export function readable(color: Rgb, ground: Rgb, least = 4.5): Rgb {
  const towards = contrast(WHITE, ground) > contrast(BLACK, ground) ? WHITE : BLACK;
  for (let share = 0; share <= 1; share += 0.1) {
    const mixed = mix(color, towards, share);
    if (contrast(mixed, ground) >= least) return mixed;
  }
  return towards;
}

/** White or black, whichever is read better on it. */
export const inkOn = (ground: Rgb): Rgb =>
  contrast(WHITE, ground) >= contrast(BLACK, ground) ? WHITE : BLACK;
