import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose';
import * as v from 'valibot';
import { idSchema, QunError, roleSchema, type Role } from '../../protocol/index.js';

export interface MerchantTokenOptions {
  /** Public keys of the merchant: an https URL or a file. */
  jwks?: string | undefined;
  /** Or a secret both know, at least 32 bytes. */
  secret?: string | undefined;
  /** What `aud` must hold. Default `qunlive`. */
  audience?: string | undefined;
  /** What `iss` must be; absent: not looked at. */
  issuer?: string | undefined;
}

/** Who the merchant says this is. */
export interface Person {
  subject: string;
  role: Role;
  name?: string | undefined;
  /** What they have done at the merchant's, as conditions name it: `follow`, `reserve`. */
  did?: readonly string[] | undefined;
  /** The id of a member of the shop's staff who passes rooms on. */
  guide?: string | undefined;
}

/** Each key kind with its own algorithms: a public key can never be taken for a shared secret. */
const publicKeyAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256', 'PS256'];
const CLOCK_SKEW_S = 30;
const MIN_SECRET_BYTES = 32;

const claimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  room: v.union([v.string(), v.array(v.string())]),
  role: v.optional(roleSchema, 'viewer'),
  name: v.optional(v.string()),
  did: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(16))),
  guide: v.optional(idSchema),
});

type Verify = (token: string) => Promise<JWTPayload>;

/** Checks the tokens the merchant's backend signs for its viewers and hosts. */
export class MerchantTokens {
  readonly #verify: Verify;

  private constructor(verify: Verify) {
    this.#verify = verify;
  }

  /** Throws `bad-config` where the keys cannot be used. */
  static async open(options: MerchantTokenOptions): Promise<MerchantTokens | undefined> {
    const { audience = 'qunlive', issuer } = options;
    const checks = {
      audience,
      ...(issuer === undefined ? {} : { issuer }),
      clockTolerance: CLOCK_SKEW_S,
      requiredClaims: ['sub', 'exp', 'aud'],
    };
    if (options.secret !== undefined) {
      const key = Buffer.from(options.secret);
      if (key.length < MIN_SECRET_BYTES)
        throw badConfig(`the JWT secret needs ${MIN_SECRET_BYTES} bytes or more`);
      const rules = { ...checks, algorithms: ['HS256'] };
      return new MerchantTokens(async token => (await jwtVerify(token, key, rules)).payload);
    }
    if (options.jwks === undefined) return undefined;
    const keys = await keySet(options.jwks);
    const rules = { ...checks, algorithms: publicKeyAlgorithms };
    return new MerchantTokens(async token => (await jwtVerify(token, keys, rules)).payload);
  }

  /** Throws `token-bad`, `token-expired`, or `room-forbidden` for a token of another room. */
  async check(token: string, room: string): Promise<Person> {
    const payload = await this.#verify(token).catch((error: unknown) => {
      throw refusal(error);
    });
    const result = v.safeParse(claimsSchema, payload);
    if (!result.success) {
      const { path, message } = result.issues[0];
      throw new QunError('token-bad', {
        detail: `claim ${path?.map(({ key }) => key).join('.')}: ${message}`,
      });
    }
    const { sub, room: rooms, role, name, did, guide } = result.output;
    if (![rooms].flat().includes(room))
      throw new QunError('room-forbidden', { detail: 'a token for another room' });
    return { subject: sub, role, name, did, guide };
  }
}

async function keySet(jwks: string) {
  if (/^https?:/i.test(jwks)) {
    const url = new URL(jwks);
    const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    if (url.protocol !== 'https:' && !loopback)
      throw badConfig('--jwks must be https: whoever is in between could sign');
    return createRemoteJWKSet(url, { timeoutDuration: 5000, cooldownDuration: 30_000 });
  }
  try {
    return createLocalJWKSet(JSON.parse(await readFile(jwks, 'utf8')) as JSONWebKeySet);
  } catch (cause) {
    throw badConfig(
      `cannot read the keys in ${jwks}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

function refusal(error: unknown): QunError {
  if (error instanceof errors.JWTExpired)
    return new QunError('token-expired', { detail: 'the token has expired' });
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
    // The merchant's key server is away: not this token's fault, and worth another try.
    return new QunError('overloaded', {
      detail: 'the keys cannot be fetched just now',
      retryAfterMs: 3000,
      cause: error,
    });
  }
  return new QunError('token-bad', { detail: error.message });
}

const badConfig = (detail: string) => new QunError('bad-config', { detail });
