import type { Voice } from '../../base/speech.js';
import { remindState, REMIND_ENDS, reservedAfter, type RemindState } from '../../core/remind-answer.js';
import { QunRemindEvent } from '../../events/qun-remind-event.js';
import { QunRemindedEvent } from '../../events/qun-reminded-event.js';
import { QunError, type Code } from '../../protocol/index.js';
import { remind, remindedOf } from '../../stores/reminded.js';
import type { Room } from '../../stores/room.js';

interface Show {
  room: Room | undefined;
  startsAt: number | undefined;
  title: string;
}

/** Asks to be reminded, or not any more: the page first, then the room. */
export class Reserving {
  readonly #voice: Voice;
  readonly #changed: () => void;
  #run = 0;
  /** Asked where there is no room to keep it. */
  #alone = false;
  busy = false;
  /** Why it came to nothing. */
  code: Code | undefined;
  /** What stands in the way for good: the show was called off, or it is too late. */
  ends: RemindState | undefined;
  /** What has come of it last. */
  last: RemindState | undefined;

  constructor(voice: Voice, changed: () => void) {
    this.#voice = voice;
    this.#changed = changed;
  }

  reserved(room: Room | undefined): boolean {
    return room ? remindedOf(room).get() : this.#alone;
  }

  /** The page says how it stands. */
  set alone(reserved: boolean) {
    this.#alone = reserved;
  }

  /** Another room, or none: what is on its way is nobody's any more. */
  forget(): void {
    this.#run += 1;
    this.busy = false;
    this.code = this.ends = this.last = undefined;
  }

  async ask(on: boolean, { room, startsAt, title }: Show): Promise<void> {
    if (this.busy) return;
    const event = new QunRemindEvent(on, startsAt, title);
    const free = this.#voice.ask(event);
    if (!free && !event.answer) return;
    const run = ++this.#run;
    this.busy = true;
    this.code = undefined;
    this.#changed();
    try {
      const state = event.answer ? await this.#hear(event, room) : await this.#askRoom(on, room);
      if (run === this.#run) this.#settle(state, room);
    } catch (error) {
      if (run !== this.#run) return;
      const known = QunError.from(error, 'network');
      this.code = known.code;
      this.#voice.report(known);
    } finally {
      if (run === this.#run) {
        this.busy = false;
        this.#changed();
      }
    }
  }

  async #hear({ answer, on }: QunRemindEvent, room: Room | undefined): Promise<RemindState> {
    const given = await answer;
    const state = given === undefined || given === null ? remindState(on) : remindState(given);
    if (!state) throw new QunError('malformed', { detail: 'qun-remind was answered with no known state' });
    const reserved = reservedAfter(state);
    // What is for those who reserved is the room's to give. The page's own messages do not depend on it.
    if (room && reserved !== undefined && reserved !== remindedOf(room).get())
      await this.#askRoom(reserved, room).catch((error: unknown) => this.#voice.report(QunError.from(error)));
    return state;
  }

  async #askRoom(on: boolean, room: Room | undefined): Promise<RemindState> {
    if (!room) throw new QunError('no-room', { detail: 'answer qun-remind, or stand in a qun-room' });
    return (await remind(room, on)) ? 'reserved' : 'released';
  }

  #settle(state: RemindState, room: Room | undefined): void {
    this.last = state;
    const reserved = reservedAfter(state);
    if (reserved !== undefined) {
      if (room) remindedOf(room).set(reserved);
      else this.#alone = reserved;
    }
    if (REMIND_ENDS.includes(state)) this.ends = state;
    this.#voice.ask(new QunRemindedEvent(state, this.reserved(room)));
  }
}
