import { createHmac } from 'node:crypto';

/** Names under which a room knows people whom others know by an id of their own: the same in all processes. */
export class Pseudonyms {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** `issuer` keeps two people apart whom two issuers call the same. */
  of(room: string, issuer: 'merchant' | 'host-token', subject: string): string {
    const mac = createHmac('sha256', this.#secret)
      .update(`${room}\0${issuer}\0${subject}`)
      .digest('base64url');
    return `u-${mac.slice(0, 22)}`;
  }
}
