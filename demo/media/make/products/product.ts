import type { Ctx } from '../draw/lathe.js';

/** Goods drawn around (0, 0), where they meet the table; y runs down; 1 unit is 1 px of an 800 px picture. */
export interface Product {
  id: string;
  zh: string;
  en: string;
  /** Wall of the picture: one family, four tones. */
  wall: 'sand' | 'sage' | 'mist' | 'clay';
  /** Where (0, 0) lies in the 800 × 800 picture. */
  base: readonly [x: number, y: number];
  /** How much larger than its own units the picture shows it. */
  zoom: number;
  /** Where the wall meets the table in the picture; default 492. Flat goods are seen from higher up. */
  horizon?: number;
  /** Seed of the leaves' shadow. */
  leaves: number;
  /** Hangs on the wall instead of standing on the table. */
  hangs?: true;
  draw(ctx: Ctx): void;
  /** What shines by itself and casts no shadow. */
  light?(ctx: Ctx): void;
  /** Dark where things touch the table: `[x, y, rx, ry]`. */
  contacts: readonly (readonly [number, number, number, number])[];
}
