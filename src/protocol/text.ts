import * as v from 'valibot';
import { limits } from './limits.js';

/** A string of at most `max` code points. */
export const shortText = (max: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.check(text => text.length <= max || Array.from(text).length <= max, `at most ${max} characters`),
  );

/** Identifies a thing within its room. Letters, digits and `._-`, so that it is safe in a path and in an SSE field. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[\w.-]+$/, 'letters, digits and . _ - only'),
  v.maxLength(limits.idLength),
);

/** http(s) or a path of the same site; anything else (`javascript:`, `data:`) never becomes a link or a picture. */
export const urlSchema = v.pipe(
  v.string(),
  v.maxLength(limits.urlLength),
  v.regex(/^(https?:\/\/|\.{0,2}\/|[\w-]+(\/|\.|$))/i, 'an http(s) URL or a path'),
  v.regex(/^[^\u0000-\u0020]*$/, 'no spaces or control characters'),
);

/** Words of the merchant: one string for everybody, or one per language (BCP 47 tag → string). */
export const localTextSchema = (max: number) =>
  v.union([
    shortText(max),
    v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/)), shortText(max)),
  ]);

export type LocalText = string | Record<string, string>;

/** Milliseconds since the Unix epoch. */
export const timeSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
