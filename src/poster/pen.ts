import type { MoneyParts } from '../core/format-money.js';
import { breakLines } from './break-lines.js';
import { writeColor, type Rgb } from './colors.js';
import type { Picture } from './load-picture.js';
import type { Look } from './look.js';
import { QUIET_ZONE, type QrCode } from './qr-code.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Type {
  readonly size: number;
  readonly color: Rgb;
  readonly weight?: 400 | 600 | 700 | 900;
  readonly serif?: boolean;
  /** Of a line, as a multiple of the size. Default: 1.4. */
  readonly leading?: number;
  /** Lines at most. Default: 1. */
  readonly lines?: number;
  readonly balanced?: boolean;
}

/** Words that have been broken into lines and not written yet. */
export interface Laid {
  readonly type: Type;
  readonly lines: readonly string[];
  readonly height: number;
  /** Of the widest line. */
  readonly width: number;
}

/** Px in which all words are set, and scaled from: a new size of a font takes a phone its time before the first word. */
const SET_PX = 20;

export type Paint = string | CanvasGradient;

/** Draws on a canvas in the poster's own px, from the right to the left where that is how its language is read. */
export class Pen {
  readonly #ctx: CanvasRenderingContext2D;
  readonly #look: Look;
  readonly #rtl: boolean;
  /** How wide words are, px at `SET_PX`, by their font: breaking asks for the same ones again and again. */
  readonly #known = new Map<string, number>();
  readonly width: number;
  readonly height: number;

  constructor(
    ctx: CanvasRenderingContext2D,
    size: { width: number; height: number },
    look: Look,
    rtl: boolean,
  ) {
    this.#ctx = ctx;
    this.#look = look;
    this.#rtl = rtl;
    this.width = size.width;
    this.height = size.height;
  }

  #left(x: number, width: number): number {
    return this.#rtl ? this.width - x - width : x;
  }

  #set({ weight = 400, serif, color }: Type): void {
    this.#ctx.font = `${weight} ${SET_PX}px ${serif ? this.#look.serif : this.#look.font}`;
    this.#ctx.fillStyle = writeColor(color);
    this.#ctx.textBaseline = 'alphabetic';
    this.#ctx.direction = this.#rtl ? 'rtl' : 'ltr';
    this.#ctx.textAlign = this.#rtl ? 'right' : 'left';
  }

  /** How wide the words are on one line. */
  widthOf(words: string, type: Type): number {
    this.#set(type);
    return this.#measure(words, type);
  }

  /** The words on one line with dots between them, as many of the first ones as have room. */
  together(words: readonly (string | undefined)[], type: Type, width: number): string {
    const all = words.filter(Boolean);
    while (all.length > 1 && this.widthOf(all.join(' · '), type) > width) all.pop();
    return all.join(' · ');
  }

  #measure(words: string, { size, weight, serif }: Type): number {
    const name = `${weight} ${serif} ${words}`;
    const width = this.#known.get(name) ?? this.#ctx.measureText(words).width;
    this.#known.set(name, width);
    return (width * size) / SET_PX;
  }

  #write(words: string, { size }: Type, x: number, y: number): void {
    const ctx = this.#ctx;
    const scale = size / SET_PX;
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(scale, scale);
    ctx.fillText(words, 0, 0);
    ctx.restore();
  }

  lay(words: string, type: Type, width: number): Laid {
    this.#set(type);
    const measure = (text: string) => this.#measure(text, type);
    const { lines: most = 1, balanced = false, leading = 1.4, size } = type;
    const lines = breakLines(words, { width, measure, most, balanced });
    const widest = lines.reduce((widest, line) => Math.max(widest, measure(line)), 0);
    return { type, lines, height: lines.length * size * leading, width: widest };
  }

  /** As the first of `types` in which all of the words have room; as the last one, cut, where they have room in none. */
  fit(words: string, types: readonly Type[], width: number): Laid {
    for (const type of types.slice(0, -1)) {
      const laid = this.lay(words, { ...type, lines: (type.lines ?? 1) + 1 }, width);
      if (laid.lines.length <= (type.lines ?? 1)) return laid;
    }
    return this.lay(words, types[types.length - 1]!, width);
  }

  /** Writes them with their upper edge at `y`; returns their lower one. */
  write({ type, lines }: Laid, x: number, y: number): number {
    this.#set(type);
    const { size, leading = 1.4 } = type;
    const step = size * leading;
    lines.forEach((line, at) => {
      // Where the middle of Latin capitals and of Chinese characters is, near enough.
      const base = y + step * (at + 0.5) + size * 0.36;
      this.#write(line, type, this.#left(x, 0), base);
    });
    return y + step * lines.length;
  }

  /** Breaks and writes; returns the lower edge. */
  text(words: string, type: Type, x: number, y: number, width: number): number {
    return this.write(this.lay(words, type, width), x, y);
  }

  /** A price: currency and decimals small, the figure large. Returns its width. `y` is the line it stands on. */
  money(parts: MoneyParts, type: Type, x: number, y: number): number {
    const small = { ...type, size: Math.round(type.size * 0.55) };
    const { currency, integer, fraction, currencyFirst } = parts;
    const figure: [string, Type][] = [
      [integer, type],
      [fraction, small],
    ];
    const sign: [string, Type] = [currencyFirst ? currency : ` ${currency}`, small];
    let at = 0;
    const pieces = (currencyFirst ? [sign, ...figure] : [...figure, sign]).filter(([words]) => words !== '');
    // Figures and their sign keep their order in every language.
    const widths = pieces.map(([words, of]) => this.widthOf(words, of));
    const whole = widths.reduce((sum, one) => sum + one, 0);
    const left = this.#left(x, whole);
    pieces.forEach(([words, of], index) => {
      this.#set(of);
      this.#ctx.textAlign = 'left';
      this.#ctx.direction = 'ltr';
      this.#write(words, of, left + at, y);
      at += widths[index]!;
    });
    return whole;
  }

  /** One line of words on the line `y`, struck out or not. Returns its width. */
  line(words: string, type: Type, x: number, y: number, struck = false): number {
    this.#set(type);
    const width = this.#measure(words, type);
    this.#write(words, type, this.#left(x, 0), y);
    if (struck) this.fill(writeColor(type.color), { x, y: y - type.size * 0.36, width, height: 1 });
    return width;
  }

  #path({ x, y, width, height }: Box, radius: number): void {
    const ctx = this.#ctx;
    const left = this.#left(x, width);
    const r = Math.min(radius, width / 2, height / 2);
    ctx.beginPath();
    ctx.moveTo(left + r, y);
    ctx.arcTo(left + width, y, left + width, y + height, r);
    ctx.arcTo(left + width, y + height, left, y + height, r);
    ctx.arcTo(left, y + height, left, y, r);
    ctx.arcTo(left, y, left + width, y, r);
    ctx.closePath();
  }

  fill(paint: Paint, box: Box, radius = 0): void {
    this.#ctx.fillStyle = paint;
    if (radius > 0) {
      this.#path(box, radius);
      this.#ctx.fill();
    } else this.#ctx.fillRect(this.#left(box.x, box.width), box.y, box.width, box.height);
  }

  /** A line inside the box's edge. */
  frame(paint: Paint, { x, y, width, height }: Box, radius: number, thick: number): void {
    const inset = thick / 2;
    this.#path({ x: x + inset, y: y + inset, width: width - thick, height: height - thick }, radius - inset);
    this.#ctx.strokeStyle = paint;
    this.#ctx.lineWidth = thick;
    this.#ctx.stroke();
  }

  /** A colour that runs down from `from` to `to` px, in stops of 0–1. */
  fade(from: number, to: number, stops: readonly (readonly [number, string])[]): CanvasGradient {
    const gradient = this.#ctx.createLinearGradient(0, from, 0, to);
    for (const [at, color] of stops) gradient.addColorStop(at, color);
    return gradient;
  }

  /** A light of `radius` px that goes out towards its edge. */
  glow(x: number, y: number, radius: number, color: Rgb, strength: number): void {
    const ctx = this.#ctx;
    const left = this.#left(x, 0);
    const gradient = ctx.createRadialGradient(left, y, 0, left, y, radius);
    gradient.addColorStop(0, writeColor(color, strength));
    gradient.addColorStop(1, writeColor(color, 0));
    ctx.fillStyle = gradient;
    ctx.fillRect(left - radius, y - radius, radius * 2, radius * 2);
  }

  /** A line through the points, as a string that hangs between them. */
  garland(points: readonly (readonly [number, number])[], sag: number, paint: Paint): void {
    const ctx = this.#ctx;
    ctx.beginPath();
    points.forEach(([x, y], at) => {
      const left = this.#left(x, 0);
      const before = points[at - 1];
      if (!before) ctx.moveTo(left, y);
      else {
        const middle = (this.#left(before[0], 0) + left) / 2;
        ctx.quadraticCurveTo(middle, (before[1] + y) / 2 + sag * 2, left, y);
      }
    });
    ctx.strokeStyle = paint;
    ctx.lineWidth = 1;
    ctx.stroke();
  }

  /** Casts what `draw` draws a shadow of. */
  shadow(color: string, blur: number, down: number, draw: () => void): void {
    const ctx = this.#ctx;
    ctx.save();
    ctx.shadowColor = color;
    // Shadows are measured in the canvas's own px.
    const scale = ctx.canvas.width / this.width;
    ctx.shadowBlur = blur * scale;
    ctx.shadowOffsetY = down * scale;
    draw();
    ctx.restore();
  }

  /** Fills the box with the picture, cut where it has another shape. `focus`: which part of its height stays, 0–1. */
  picture({ source, width, height }: Picture, box: Box, radius: number, focus = 0.5): void {
    const scale = Math.max(box.width / width, box.height / height);
    const [cutWidth, cutHeight] = [box.width / scale, box.height / scale];
    const ctx = this.#ctx;
    ctx.save();
    if (radius > 0) {
      this.#path(box, radius);
      ctx.clip();
    }
    // Pictures that are scaled less have no use for more, which costs a phone time.
    ctx.imageSmoothingQuality = scale < 0.5 / (ctx.canvas.width / this.width) ? 'medium' : 'low';
    ctx.drawImage(
      source,
      ...([(width - cutWidth) / 2, (height - cutHeight) * focus, cutWidth, cutHeight] as const),
      ...([this.#left(box.x, box.width), box.y, box.width, box.height] as const),
    );
    ctx.restore();
  }

  /** The code in black on white, its quiet zone within the box, every module the same whole number of the canvas's px. */
  code(code: QrCode, box: Box, radius: number): void {
    this.fill('#fff', box, radius);
    const ctx = this.#ctx;
    const scale = ctx.canvas.width / this.width;
    const modules = code.size + QUIET_ZONE * 2;
    const side = Math.max(1, Math.floor((box.width * scale) / modules));
    const left = Math.round(
      this.#left(box.x, box.width) * scale + (box.width * scale - side * code.size) / 2,
    );
    const top = Math.round(box.y * scale + (box.height * scale - side * code.size) / 2);
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = '#000';
    for (let y = 0; y < code.size; y += 1)
      for (let x = 0; x < code.size;) {
        // Dark modules that touch are one rectangle: half as many to draw.
        let end = x;
        while (code.get(end, y)) end += 1;
        if (end > x) ctx.fillRect(left + x * side, top + y * side, side * (end - x), side);
        x = end + 1;
      }
    ctx.restore();
  }
}
