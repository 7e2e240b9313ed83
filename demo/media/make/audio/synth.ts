import { random } from '../draw/noise.js';
import type { Chord, Note } from './score.js';

export const RATE = 48_000;

export interface Stereo {
  left: Float64Array;
  right: Float64Array;
}

export function silence(seconds: number): Stereo {
  return { left: new Float64Array(seconds * RATE), right: new Float64Array(seconds * RATE) };
}

const hertz = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12);

/** A silk string (Karplus-Strong): noise that runs round a delay and dulls on the way. */
function string(pitch: number, force: number, seconds: number, seed: number): Float64Array {
  const period = RATE / hertz(pitch);
  const whole = Math.floor(period - 0.5);
  const part = period - 0.5 - whole;
  const line = new Float64Array(whole);
  const next = random(seed);
  // A fingertip, not a nail: the softer the touch, the darker the tone. Twice dulled, so that no note clicks.
  const touch = 0.1 + force * 0.2;
  let once = 0;
  let twice = 0;
  for (let i = 0; i < whole * 2; i++) {
    once += (next() * 2 - 1 - once) * touch;
    twice += (once - twice) * touch;
    line[i % whole] = twice;
  }
  const loudest = line.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  for (let i = 0; i < whole; i++) line[i] = (line[i] as number) / (loudest * 2.2);
  const plucked = line.map((v, i) => v - (line[(i + Math.floor(whole / 7)) % whole] as number) * 0.6);
  const mean = plucked.reduce((a, b) => a + b, 0) / whole;
  for (let i = 0; i < whole; i++) plucked[i] = (plucked[i] as number) - mean;
  const out = new Float64Array(Math.floor(seconds * RATE));
  const decay = 0.9985 ** (261 / hertz(pitch)) * 0.9995;
  let at = 0;
  let before = 0;
  let tuned = 0;
  let kept = 0;
  for (let i = 0; i < out.length; i++) {
    const v = plucked[at] as number;
    const damped = (v + before) * 0.5 * decay;
    before = v;
    // An all-pass holds the fraction of a sample that tunes the string.
    const c = (1 - part) / (1 + part);
    const passed = c * damped + kept - c * tuned;
    kept = damped;
    tuned = passed;
    plucked[at] = passed;
    at = (at + 1) % whole;
    const attack = Math.min(1, i / 220);
    const fade = Math.min(1, (out.length - i) / (RATE * 0.4));
    out[i] = v * attack * fade * force;
  }
  return out;
}

/** Adds to a loop: what rings past its end rings on at its start. */
function ring(loop: Stereo, wave: Float64Array, at: number, place: number, gain: number): void {
  const n = loop.left.length;
  const start = Math.round(at * RATE);
  const l = gain * Math.cos(((place + 1) * Math.PI) / 4);
  const r = gain * Math.sin(((place + 1) * Math.PI) / 4);
  for (let i = 0; i < wave.length; i++) {
    const j = (start + i) % n;
    loop.left[j] = (loop.left[j] as number) + (wave[i] as number) * l;
    loop.right[j] = (loop.right[j] as number) + (wave[i] as number) * r;
  }
}

export function pluck(loop: Stereo, notes: readonly Note[], gain: number, seconds: number): void {
  const next = random(77);
  for (const [i, note] of notes.entries()) {
    const late = (next() - 0.3) * 0.014;
    ring(
      loop,
      string(note.pitch, note.force, seconds, 100 + i),
      Math.max(0, note.at + late),
      note.place,
      gain,
    );
  }
}

/** Long soft tones under everything; each chord fades into the next. */
export function pad(loop: Stereo, chords: readonly Chord[], gain: number): void {
  for (const chord of chords) {
    const seconds = chord.length + 2.4;
    for (const [k, pitch] of chord.pitches.entries()) {
      for (const side of [-1, 1]) {
        const f = hertz(pitch) * (1 + side * 0.0011);
        const wave = new Float64Array(seconds * RATE);
        for (let i = 0; i < wave.length; i++) {
          const s = i / RATE;
          const env = Math.min(1, s / 1.6) * Math.min(1, (seconds - s) / 2.4);
          const a = 2 * Math.PI * f * s;
          const breath = 1 + 0.12 * Math.sin(2 * Math.PI * 0.31 * s + k);
          wave[i] = env * env * breath * (Math.sin(a) + 0.22 * Math.sin(2 * a) + 0.07 * Math.sin(3 * a));
        }
        ring(
          loop,
          wave,
          (chord.at - 0.8 + loop.left.length / RATE) % (loop.left.length / RATE),
          side * 0.6,
          gain / (k + 1.4),
        );
      }
    }
  }
}

/** A small wooden room: eight damped delays that feed each other, run twice so that the loop's end is in its start. */
export function room(loop: Stereo, wet: number): Stereo {
  const n = loop.left.length;
  const lengths = [1557, 1617, 1491, 1422, 1277, 1356, 1188, 1116].map(v => Math.round(v * 1.9));
  const lines = lengths.map(v => new Float64Array(v));
  const dull = lengths.map(() => 0);
  const out: Stereo = { left: Float64Array.from(loop.left), right: Float64Array.from(loop.right) };
  for (let i = 0; i < n * 2; i++) {
    const j = i % n;
    const dry = ((loop.left[j] as number) + (loop.right[j] as number)) * 0.5;
    const taps = lines.map((line, k) => line[i % (lengths[k] as number)] as number);
    const mean = taps.reduce((a, b) => a + b, 0) / 4;
    for (const [k, line] of lines.entries()) {
      const back = (taps[k] as number) - mean;
      dull[k] = (dull[k] as number) + (back - (dull[k] as number)) * 0.5;
      line[i % line.length] = dry * 0.35 + dull[k] * 0.8;
    }
    if (i >= n) {
      out.left[j] = (out.left[j] as number) + wet * (taps[0]! + taps[2]! + taps[4]! - taps[6]!);
      out.right[j] = (out.right[j] as number) + wet * (taps[1]! + taps[3]! + taps[5]! - taps[7]!);
    }
  }
  return out;
}
