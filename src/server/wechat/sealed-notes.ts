import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { NoteStore } from '../store/note-store.js';

const IV = 12;
const TAG = 16;

/** Notes that are of no use to whoever reads the store without the account's secret: a ticket acts for the account. */
export class SealedNotes implements NoteStore {
  readonly #notes: NoteStore;
  readonly #key: Buffer;

  constructor(notes: NoteStore, secret: string) {
    this.#notes = notes;
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'qunlive notes', 32));
  }

  /** Undefined as well for what was sealed with another secret. */
  async note(name: string): Promise<string | undefined> {
    const text = await this.#notes.note(name);
    if (text === undefined) return undefined;
    const bytes = Buffer.from(text, 'base64url');
    try {
      const opening = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, IV));
      opening.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(IV, IV + TAG));
      return opening.update(bytes.subarray(IV + TAG), undefined, 'utf8') + opening.final('utf8');
    } catch {
      // The account's secret was changed: as good as nothing.
      return undefined;
    }
  }

  setNote(name: string, text: string, ms: number): Promise<void> {
    const iv = randomBytes(IV);
    const closing = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(name));
    const sealed = [closing.update(text, 'utf8'), closing.final()];
    return this.#notes.setNote(
      name,
      Buffer.concat([iv, closing.getAuthTag(), ...sealed]).toString('base64url'),
      ms,
    );
  }
}
