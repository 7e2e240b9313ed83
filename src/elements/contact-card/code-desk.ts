import type { Voice } from '../../base/speech.js';
import { firstGood, stillGood } from '../../core/contact-code.js';
import { QunOpenContactEvent } from '../../events/qun-open-contact-event.js';
import { QunError, type Contact, type ContactCode } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';

/** What there is to scan: a code, none any more, or not known yet. */
export type Scannable = ContactCode | 'none' | 'finding';

interface Found {
  /** undefined: is being asked for. */
  codeId?: string | null;
  /** As it was when it was asked: another list of codes is another question. */
  contact: Contact;
}

/** Finds this viewer's code of each contact: asked for once it is looked at, and again when it has run out. */
export class CodeDesk {
  readonly #voice: Voice;
  readonly #changed: () => void;
  readonly #found = new Map<string, Found>();

  constructor(voice: Voice, changed: () => void) {
    this.#voice = voice;
    this.#changed = changed;
  }

  /** Another room, or gone: what is on its way is nobody's any more. */
  forget(): void {
    this.#found.clear();
  }

  /** What to show of `contact` at `now`; asks where that is not known and the viewer is looking. */
  look(contact: Contact, now: number, room: Room | undefined, seen: boolean): Scannable {
    const found = this.#found.get(contact.id);
    const code = contact.codes.find(({ id }) => id === found?.codeId);
    if (code && stillGood(code, now)) return code;
    const { codeId } = found ?? {};
    // None was free; other codes may be.
    const same = found?.contact.codes === contact.codes;
    if (found && same && codeId === undefined) return 'finding';
    if (found && same && codeId === null) return 'none';
    if (!firstGood(contact, now)) return 'none';
    if (seen) this.#ask(contact, now, room);
    return 'finding';
  }

  #ask(contact: Contact, now: number, room: Room | undefined): void {
    const found: Found = { contact };
    this.#found.set(contact.id, found);
    this.#answer(contact, now, room)
      .catch((error: unknown) => {
        this.#voice.report(QunError.from(error, 'network'));
        // Better one that may be full than none.
        return firstGood(contact, now)?.id ?? null;
      })
      .then(codeId => {
        if (this.#found.get(contact.id) !== found) return;
        const known = contact.codes.some(({ id }) => id === codeId);
        found.codeId = known ? codeId : null;
        this.#changed();
      }, this.#changed);
  }

  async #answer(contact: Contact, now: number, room: Room | undefined): Promise<string | null> {
    // Not while it is being rendered.
    await Promise.resolve();
    const event = new QunOpenContactEvent(contact);
    const free = this.#voice.ask(event);
    if (event.answer) return event.answer;
    if (!free) return null;
    if (!room) return firstGood(contact, now)?.id ?? null;
    return (await room.command({ type: 'contact.open', contactId: contact.id })).codeId;
  }
}
