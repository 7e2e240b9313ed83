/** Linear light, 0..1 per channel. */
export type Rgb = readonly [number, number, number];

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toSrgb = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** `#rrggbb` to linear light. */
export function hex(text: string): Rgb {
  const value = Number.parseInt(text.slice(1), 16);
  return [toLinear((value >> 16) / 255), toLinear(((value >> 8) & 255) / 255), toLinear((value & 255) / 255)];
}

/** Highlights roll off softly instead of clipping, as on film. */
function shoulder(v: number): number {
  return v < 0.7 ? v : 0.7 + 0.3 * Math.tanh((v - 0.7) / 0.3);
}

export function css(color: Rgb, alpha = 1): string {
  const [r, g, b] = color.map(v => Math.round(255 * toSrgb(shoulder(Math.max(0, v)))));
  return `rgba(${r},${g},${b},${alpha.toFixed(3)})`;
}

export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

export function times(a: Rgb, f: number): Rgb {
  return [a[0] * f, a[1] * f, a[2] * f];
}

/** Between two `#rrggbb` in linear light, as CSS. */
export function blend(a: string, b: string, t: number): string {
  return css(mix(hex(a), hex(b), t));
}
