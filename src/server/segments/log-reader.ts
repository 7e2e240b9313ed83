import type { ControlEvent } from '../../protocol/index.js';
import type { RoomStore } from '../store/room-store.js';

/** Events read at once, and kept at hand: what the newest windows are made of. */
const PAGE = 1000;

/** One room's log by its times: which events are of which window. Reads every event once. */
export class LogReader {
  readonly #store: Pick<RoomStore, 'history'>;
  readonly #room: string;
  readonly #heard: (event: ControlEvent) => void;
  /** Time of event 1, 2, 3 …: never going back. */
  readonly #times: number[] = [];
  #recent: ControlEvent[] = [];
  #turn: Promise<void> = Promise.resolve();

  /** `heard` is told of every event, in order. */
  constructor(store: Pick<RoomStore, 'history'>, room: string, heard: (event: ControlEvent) => void) {
    this.#store = store;
    this.#room = room;
    this.#heard = heard;
  }

  /** Time of the first event; undefined: nothing has happened yet. */
  get begunAt(): number | undefined {
    return this.#times[0];
  }

  /** Reads on until everything up to `seq` is known. */
  reach(seq: number): Promise<void> {
    const reading = this.#turn.then(() => this.#read(seq));
    this.#turn = reading.catch(() => {});
    return reading;
  }

  /** Place of the last event before `time`. */
  before(time: number): number {
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#times[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The events after one place and up to another one. */
  async between(after: number, seq: number): Promise<ControlEvent[]> {
    if (after >= seq) return [];
    const [first] = this.#recent;
    if (first && first.seq <= after + 1)
      return this.#recent.slice(after + 1 - first.seq, seq + 1 - first.seq);
    const events: ControlEvent[] = [];
    while (after + events.length < seq) {
      const limit = Math.min(PAGE, seq - after - events.length);
      const page = await this.#store.history(this.#room, { after: after + events.length, limit });
      if (page.events.length === 0) throw new Error(`the log of ${this.#room} has lost event ${after + 1}`);
      events.push(...page.events);
    }
    return events;
  }

  async #read(seq: number): Promise<void> {
    while (this.#times.length < seq) {
      const page = await this.#store.history(this.#room, { after: this.#times.length, limit: PAGE });
      if (page.events.length === 0) throw new Error(`the log of ${this.#room} ends before event ${seq}`);
      for (const event of page.events) {
        this.#times.push(event.at);
        this.#heard(event);
      }
      this.#recent = [...this.#recent, ...page.events].slice(-PAGE);
    }
  }
}
