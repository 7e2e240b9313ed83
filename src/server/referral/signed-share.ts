import * as v from 'valibot';
import { idSchema, shareViaSchema, timeSchema } from '../../protocol/index.js';

/** What a merchant's backend signs into a link: by whom it is, and how it is passed on. */
const signedShareSchema = v.object({
  room: idSchema,
  /** One of the shop's guides, or the merchant's own id of a person: one of both. */
  guide: v.optional(idSchema),
  subject: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(255))),
  via: v.optional(shareViaSchema),
  group: v.optional(idSchema),
  /** Seconds since 1970 from which on it is good no more. Absent: it stays good. */
  exp: v.optional(timeSchema),
});
export type SignedShare = v.InferOutput<typeof signedShareSchema>;

/**
 * Reads `v1.<payload>.<mac>`: JSON in base64url, and the HMAC-SHA256 of all before the last dot in base64url. undefined where it is not
 * signed by this merchant, of another room, or too old.
 */
export function readSignedShare(
  token: string,
  { room, now, isSigned }: { room: string; now: number; isSigned: (text: string, mac: Buffer) => boolean },
): SignedShare | undefined {
  const [, text, payload, mac] = /^(v1\.([\w-]+))\.([\w-]+)$/.exec(token) ?? [];
  if (text === undefined || !isSigned(text, Buffer.from(mac!, 'base64url'))) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(payload!, 'base64url').toString());
  } catch {
    return undefined;
  }
  const result = v.safeParse(signedShareSchema, content);
  if (!result.success || result.output.room !== room) return undefined;
  const { exp } = result.output;
  return exp !== undefined && now >= exp * 1000 ? undefined : result.output;
}
