import { DeviceMemory } from '../core/device-memory.js';

/**
 * Who an anonymous viewer was, so that they are the same one again and keep their coupons. In memory, and only once
 * they have acted (commented, claimed) on this device too.
 */
export class ResumeMemory {
  readonly #memory: DeviceMemory;
  #token: string | undefined;
  #acted = false;

  constructor(room: string, storage?: () => Storage | undefined) {
    this.#memory = new DeviceMemory(`resume:${room}`, storage);
  }

  get token(): string | undefined {
    return (this.#token ??= this.#memory.read());
  }

  set token(token: string | undefined) {
    this.#token = token;
    this.#save();
  }

  /** The viewer has done something that is worth coming back to. */
  acted(): void {
    if (this.#acted) return;
    this.#acted = true;
    this.#save();
  }

  /** The server does not know this token any more. */
  forget(): void {
    this.#token = undefined;
    this.#memory.remove();
  }

  #save(): void {
    const token = this.#token;
    if (token === undefined) return;
    // What an earlier visit has stored is kept fresh without another act.
    if (this.#acted || this.#memory.read() !== undefined) this.#memory.write(token);
  }
}
