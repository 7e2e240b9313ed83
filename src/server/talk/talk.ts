import type { Comment, RoomState, Speaker } from '../../protocol/index.js';
import { runsRoom, type Viewer } from '../room/viewer.js';
import type { Pulse, RoomStore } from '../store/room-store.js';
import { Happenings } from './happenings.js';
import { QuestionDesk } from './question-desk.js';
import type { StaffEvent } from './staff-event.js';
import type { Mute } from './staff-fold.js';
import { StaffLog } from './staff-log.js';
import { WordList } from './word-list.js';

/** Viewers whose last words and names are remembered, for slow mode and for the trail. */
const REMEMBERED = 20_000;

export interface TalkOptions {
  store: RoomStore;
  room: string;
  now: () => number;
  /** The room's state as it is. */
  state: () => RoomState;
  /** Words that are not to be said in any room of this server. */
  words: WordList;
}

interface Heard {
  speaker: Speaker;
  at: number;
}

/** What one room knows of its talk beyond the log: what staff alone know, who spoke when, what is asked, what happens. */
export class Talk {
  readonly #options: TalkOptions;
  readonly #heard = new Map<string, Heard>();
  readonly happenings = new Happenings(name => !this.forbids(name));
  #staff!: StaffLog;
  #questions!: QuestionDesk;
  #words = new WordList([]);
  #stale = true;
  #looking: Promise<void> = Promise.resolve();

  static async open(options: TalkOptions): Promise<Talk> {
    const talk = new Talk(options);
    const { store, room, now } = options;
    talk.#staff = await StaffLog.open(store, room, now, event => talk.#changed(event));
    talk.#questions = new QuestionDesk({ ...options, staff: talk.#staff });
    await talk.#questions.open();
    return talk;
  }

  private constructor(options: TalkOptions) {
    this.#options = options;
  }

  get staff(): StaffLog {
    return this.#staff;
  }

  get questions(): QuestionDesk {
    return this.#questions;
  }

  /** Whether `text` holds a word that may not be said here. */
  forbids(text: string): boolean {
    if (this.#stale) {
      this.#stale = false;
      this.#words = new WordList(this.#staff.state.words);
    }
    return (this.#options.words.find(text) ?? this.#words.find(text)) !== undefined;
  }

  muteOf(viewer: string): Mute | undefined {
    return this.#staff.state.mutes.get(viewer);
  }

  /** When a viewer spoke last, ms; undefined: not in living memory. */
  spokeAt(viewer: string): number | undefined {
    return this.#heard.get(viewer)?.at;
  }

  speaker(viewer: string): Speaker | undefined {
    return this.#heard.get(viewer)?.speaker;
  }

  /** Words were taken from this viewer. Answers with how to take that back, where they come to nothing. */
  spoke(speaker: Speaker, at: number): () => void {
    const before = this.#heard.get(speaker.id);
    this.#remember(speaker, at);
    return () => {
      if (before) this.#heard.set(speaker.id, before);
      else this.#heard.delete(speaker.id);
    };
  }

  came(viewer: Viewer): void {
    if (!runsRoom(viewer)) this.happenings.came(viewer);
  }

  wants(viewer: Viewer, productId: string): void {
    if (!this.muteOf(viewer.id)) this.happenings.wants(viewer, productId, this.#options.now());
  }

  bought(productId: string, count: number): void {
    this.happenings.bought(productId, count);
  }

  /** Takes what all processes did. */
  pulsed({ comments, staffHead }: Pulse): void {
    for (const { from, at } of comments) if (at > (this.spokeAt(from.id) ?? -1)) this.#remember(from, at);
    // Whatever fails now, the next pulse tries again.
    this.#looking = this.#staff.look(staffHead).catch(() => {});
    this.#questions.hear(comments);
  }

  /** The room's log has begun anew, and so has that of its staff. */
  restart(): void {
    this.#heard.clear();
    this.#stale = true;
    this.#questions.clear();
    this.#staff.restart().catch(() => {});
  }

  /** Comments that wait, without those of viewers who are not to know. */
  async held(limit: number): Promise<Comment[]> {
    const { store, room } = this.#options;
    const held = await store.comments(room, { standing: 'held', limit });
    return held.filter(({ from }) => !this.muteOf(from.id)?.shadow);
  }

  /** Settles when what the pulses brought is part of the talk. */
  async settled(): Promise<void> {
    await this.#looking;
    await this.#questions.settled();
  }

  async close(): Promise<void> {
    this.#staff.close();
    await this.settled();
  }

  #changed(event: StaffEvent): void {
    if (event.type === 'words.change') this.#stale = true;
    // Undefined only while the log is being opened.
    (this.#questions as QuestionDesk | undefined)?.changed();
  }

  #remember(speaker: Speaker, at: number): void {
    this.#heard.delete(speaker.id);
    this.#heard.set(speaker.id, { speaker, at });
    if (this.#heard.size > REMEMBERED) this.#heard.delete(this.#heard.keys().next().value!);
  }
}
