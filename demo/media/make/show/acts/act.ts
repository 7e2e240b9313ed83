import type { Ctx } from '../../draw/lathe.js';
import type { Pose } from '../host/hand.js';

/** A hand's wish, relative to where the product stands. `front` hands are drawn over the product. */
export interface Wish {
  x: number;
  y: number;
  angle: number;
  pose: Pose;
  /** 0 as she stands anyway … 1 here. */
  weight: number;
  front?: boolean;
}

/** What happens with one product while it has the table; `u` runs from 0 (arriving) past 8 (leaving). */
export interface Act {
  id: string;
  /** Half its width, for hands that show it. */
  half: number;
  /** Half its height, for open palms. */
  rise: number;
  under(ctx: Ctx, u: number): void;
  over(ctx: Ctx, u: number): void;
  left?(u: number): Wish;
  right?(u: number): Wish;
  /** Where a light of its own stands, and how strong, 0..1. */
  light?(u: number): { x: number; y: number; strength: number };
}
