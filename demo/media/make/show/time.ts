import { clamp01 } from '../draw/noise.js';

/** The show in seconds; everything in it comes round after this. */
export const LENGTH = 64;
export const FPS = 25;
/** Seconds each product has the table. */
export const SLOT = 8;
export const WIDTH = 720;
export const HEIGHT = 1280;

export const SLOTS = ['spring-tea', 'gaiwan', 'teapot', 'cups', 'tray', 'kettle', 'honey', 'candle'] as const;

/** A swing that fits the loop: whole `cycles` in the show's length. */
export function wave(t: number, cycles: number, phase = 0): number {
  return Math.sin(2 * Math.PI * ((cycles * t) / LENGTH + phase));
}

/** Seconds since `start`, counted round the loop. */
export function since(t: number, start: number): number {
  return (((t - start) % LENGTH) + LENGTH) % LENGTH;
}

export function ease(from: number, to: number, v: number): number {
  const x = clamp01((v - from) / (to - from));
  return x < 0.5 ? 4 * x ** 3 : 1 - (-2 * x + 2) ** 3 / 2;
}

/** Up at `a`…`b`, down again at `c`…`d`. */
export function hold(a: number, b: number, c: number, d: number, v: number): number {
  return ease(a, b, v) * (1 - ease(c, d, v));
}

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
