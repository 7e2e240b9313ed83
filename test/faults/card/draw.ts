/** The test card's pictures: a hand that goes round, the second in figures, and a row of squares a program can read. */
export const FPS = 25;
export const LENGTH = 16;
/** Squares of the bottom row: black, white, then the number of the picture in binary, highest first. */
export const BITS = 9;

const FIGURES = [
  0b111101101101111, 0b010110010010111, 0b111001111100111, 0b111001111001111, 0b101101111001001,
  0b111100111001111, 0b111100111101111, 0b111001001001001, 0b111101111101111, 0b111101111001111,
];

interface Colour {
  y: number;
  u: number;
  v: number;
}

const PAPER: Colour = { y: 226, u: 124, v: 132 };
const INK: Colour = { y: 60, u: 132, v: 124 };
const ACCENT: Colour = { y: 110, u: 112, v: 176 };
const BLACK: Colour = { y: 16, u: 128, v: 128 };
const WHITE: Colour = { y: 235, u: 128, v: 128 };

/** Picture number `frame` of the loop, as planar 4:2:0. */
export function drawFrame(frame: number, width: number, height: number): Buffer {
  const luma = width * height;
  const half = width / 2;
  const out = Buffer.alloc(luma * 1.5);
  const paint = (x: number, y: number, { y: light, u, v }: Colour) => {
    out[y * width + x] = light;
    const at = luma + (y >> 1) * half + (x >> 1);
    out[at] = u;
    out[at + luma / 4] = v;
  };
  const turn = (frame / (FPS * LENGTH)) * 2 * Math.PI;
  const [cx, cy, radius] = [width / 2, height * 0.38, width * 0.38];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - cx, y - cy];
      const far = Math.hypot(dx, dy) / radius;
      const angle = (Math.atan2(dx, -dy) + 2 * Math.PI) % (2 * Math.PI);
      const rim = far > 0.94 && far < 1;
      paint(x, y, far < 0.9 && angle < turn ? ACCENT : rim ? INK : PAPER);
    }
  }
  const second = Math.floor(frame / FPS);
  figure(Math.floor(second / 10), width * 0.3);
  figure(second % 10, width * 0.54);
  const size = Math.floor(width / (BITS + 2));
  square(0, BLACK);
  square(1, WHITE);
  for (let bit = 0; bit < BITS; bit++) square(bit + 2, (frame >> (BITS - 1 - bit)) & 1 ? WHITE : BLACK);
  return out;

  function fill(x0: number, y0: number, w: number, h: number, colour: Colour): void {
    for (let y = y0; y < y0 + h; y++) for (let x = x0; x < x0 + w; x++) paint(x, y, colour);
  }

  function figure(value: number, left: number): void {
    const dot = Math.round(width * 0.055);
    for (let i = 0; i < 15; i++) {
      if (!((FIGURES[value]! >> (14 - i)) & 1)) continue;
      const x = Math.round(left) + (i % 3) * dot;
      fill(x, Math.round(height * 0.66) + Math.floor(i / 3) * dot, dot, dot, INK);
    }
  }

  function square(i: number, colour: Colour): void {
    fill(i * size, height - size, size, size, colour);
  }
}
