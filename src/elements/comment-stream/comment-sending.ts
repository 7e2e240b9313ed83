import type { ShownLine } from '../../core/comment-pace.js';
import { makeId } from '../../core/make-id.js';
import { QunMessageSentEvent } from '../../events/qun-message-sent-event.js';
import { QunSendMessageEvent } from '../../events/qun-send-message-event.js';
import { QunError, type Code, type Quote } from '../../protocol/index.js';
import { acting } from '../../stores/acting.js';
import { createActions } from '../../stores/actions.js';
import type { Room } from '../../stores/room.js';
import { OwnWords } from './own-words.js';

/** The stream, as far as sending needs it. */
export interface Sender {
  room(): Room | undefined;
  /** Dispatches an asking event; true: nobody prevented it. */
  ask(event: Event): boolean;
  report(error: QunError): void;
  /** Own words have changed. */
  changed(): void;
  /** The fate of own words is known. */
  settled(line: ShownLine): void;
}

/** Sends this viewer's words: by the page if it wants to, else by the room. */
export class CommentSending {
  readonly #sender: Sender;
  readonly #own: OwnWords;

  constructor(sender: Sender) {
    this.#sender = sender;
    acting.bring(createActions);
    this.#own = new OwnWords(
      () => sender.changed(),
      () => this.now,
    );
  }

  /** Ms, on the clock that `retryAt` is told in. */
  get now(): number {
    return this.#sender.room()?.clock.now() ?? Date.now();
  }

  /** The source's comments together with the words that the page is sending. */
  merge(comments: readonly ShownLine[]): readonly ShownLine[] {
    return this.#own.merge(comments);
  }

  /** True: taken, and on the screen. Else the words stay with the viewer, with the reason if there is one. */
  send(text: string, replyTo?: Quote, id = makeId()): true | Code | undefined {
    const event = new QunSendMessageEvent(text, replyTo);
    const go = this.#sender.ask(event);
    const room = this.#sender.room();
    if (event.answer) {
      const from = room?.$viewer.get() ?? { id: 'me', role: 'viewer' };
      void this.#follow(this.#own.send({ id, from, text, at: this.now, replyTo }, event.answer));
      return true;
    }
    if (!go) return undefined;
    if (!room) {
      this.#sender.report(new QunError('no-room'));
      return 'no-room';
    }
    void this.#follow(sendToRoom(room, text, replyTo));
    return true;
  }

  retry({ id, text, replyTo }: ShownLine): void {
    const room = this.#sender.room();
    if (this.#own.has(id)) this.send(text, replyTo, id);
    else if (room) void this.#follow(room.retryComment(id).then(() => lineOf(room, id)));
  }

  discard({ id }: ShownLine): void {
    if (this.#own.has(id)) this.#own.discard(id);
    else this.#sender.room()?.discardComment(id);
  }

  async #follow(outcome: Promise<ShownLine | undefined>): Promise<void> {
    const line = await outcome;
    if (!line) return;
    if (line.status === 'failed') this.#sender.report(new QunError(line.code ?? 'internal'));
    else this.#sender.ask(new QunMessageSentEvent(line));
    this.#sender.settled(line);
  }
}

const lineOf = (room: Room, key: string): ShownLine | undefined =>
  room.$comments.get().find(line => line.id === key || line.key === key);

async function sendToRoom(room: Room, text: string, replyTo?: Quote): Promise<ShownLine | undefined> {
  const sent = room.sendComment(text, { replyTo: replyTo?.id });
  // Shown as being sent before the call came back: the last line is ours, and its id is what it will be known by.
  const lines = room.$comments.get();
  const key = lines[lines.length - 1]?.id ?? '';
  await sent;
  return lineOf(room, key);
}
