/** A small seeded generator (mulberry32): the same picture on every run. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function lattice(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2246822519);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Value noise, 0..1. */
export function noise(x: number, y: number, seed = 1): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const fx = x - xi;
  const fy = y - yi;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  const top = lattice(xi, yi, seed) * (1 - u) + lattice(xi + 1, yi, seed) * u;
  const low = lattice(xi, yi + 1, seed) * (1 - u) + lattice(xi + 1, yi + 1, seed) * u;
  return top * (1 - v) + low * v;
}

/** Octaves of `noise`, 0..1. */
export function fbm(x: number, y: number, seed = 1, octaves = 4): number {
  let sum = 0;
  let amp = 0.5;
  let all = 0;
  for (let i = 0; i < octaves; i++) {
    sum += amp * noise(x * 2 ** i, y * 2 ** i, seed + i);
    all += amp;
    amp *= 0.5;
  }
  return sum / all;
}

export const clamp01 = (v: number): number => Math.min(1, Math.max(0, v));

export function smooth(from: number, to: number, v: number): number {
  const t = clamp01((v - from) / (to - from));
  return t * t * (3 - 2 * t);
}
