import { createHmac, timingSafeEqual } from 'node:crypto';
import { QunError } from '../../protocol/index.js';

/** Characters a secret has at least. */
export const MIN_SECRET = 24;
/** How far the clocks of both ends may be apart, and how long a signature is good, s. */
export const SIGNATURE_LIFE = 300;
/** Signatures one header may carry. */
const MOST = 8;

export const SIGNATURE_HEADER = 'qunlive-signature';

/**
 * What the merchant's backend and this server know of each other: `t=<seconds>,v1=<hex>`, where `v1` is HMAC-SHA256 of
 * `<seconds>.<body>`. With several secrets any of them is good and all of them sign, so that one can be replaced by
 * another without a pause.
 */
export class MerchantKey {
  readonly #secrets: readonly string[];

  /** Throws `bad-config` where a secret is too short. */
  constructor(secrets: readonly string[]) {
    if (secrets.some(secret => secret.length < MIN_SECRET)) {
      const many = 'several with a comma in between';
      const detail = `QUNLIVE_MERCHANT_SECRET: ${MIN_SECRET} characters or more; ${many}`;
      throw new QunError('bad-config', { detail });
    }
    this.#secrets = secrets;
  }

  get known(): boolean {
    return this.#secrets.length > 0;
  }

  /** The header for `body`. `now`: ms. */
  sign(body: string, now: number): string {
    const t = Math.floor(now / 1000);
    return [`t=${t}`, ...this.#macs(t, body).map(mac => `v1=${mac.toString('hex')}`)].join(',');
  }

  /** Throws `signature-bad`. `body`: as it came, byte for byte. */
  check(header: unknown, body: string, now: number): void {
    if (!this.known) throw bad('this server has no QUNLIVE_MERCHANT_SECRET');
    if (typeof header !== 'string') throw bad('send a Qunlive-Signature header: t=<seconds>,v1=<hex>');
    const parts = header.split(',').map(part => part.trim());
    const t = /^t=(\d{1,12})$/.exec(parts[0] ?? '')?.[1];
    const signatures = parts.flatMap(part => /^v1=([\da-f]{64})$/i.exec(part)?.[1] ?? []);
    if (t === undefined || signatures.length === 0) throw bad('Qunlive-Signature: t=<seconds>,v1=<hex>');
    const macs = this.#macs(Number(t), body);
    const genuine = signatures
      .slice(0, MOST)
      .some(given => macs.some(mac => timingSafeEqual(mac, Buffer.from(given, 'hex'))));
    if (!genuine) throw bad('not signed with the secret of this server, or not this body');
    const apart = Math.round(Math.abs(now / 1000 - Number(t)));
    if (apart > SIGNATURE_LIFE) throw bad(`signed ${apart} s from now by this server's clock`);
  }

  /** Whether `mac` is the HMAC-SHA256 of `text`. */
  hasSigned(text: string, mac: Buffer): boolean {
    return this.#secrets.some(secret => {
      const ours = createHmac('sha256', secret).update(text).digest();
      return ours.length === mac.length && timingSafeEqual(ours, mac);
    });
  }

  #macs(t: number, body: string): Buffer[] {
    return this.#secrets.map(secret => createHmac('sha256', secret).update(`${t}.${body}`).digest());
  }
}

const bad = (detail: string) => new QunError('signature-bad', { detail });
