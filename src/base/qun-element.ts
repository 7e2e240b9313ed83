import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { pickText } from '../core/pick-text.js';
import { turn } from '../core/turns.js';
import { QunErrorEvent } from '../events/qun-error-event.js';
import { translate, type MessageKey, type MessageParams } from '../i18n/translate.js';
import { wordsFor } from '../i18n/words.js';
import { QunError, type Code, type LocalText } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import { LocaleController } from './locale-controller.js';
import { RoomController } from './room-controller.js';
import type { Voice } from './speech.js';

/** What every element of the kit shares: its language, its room, and how it speaks to the page. */
export abstract class QunElement extends LitElement {
  protected readonly locale = new LocaleController(this);
  protected readonly roomLink = new RoomController(this, room => this.roomChanged(room));

  /** The room: its server URL, or the id of a `qun-room` on this page. Default: the `qun-room` around the element. */
  @property() room?: string;

  /** The room this element is joined to; undefined where it stands alone. */
  get roomStore(): Room | undefined {
    return this.roomLink.room;
  }

  /**
   * What has to be here before the element can show what it is to show; undefined: nothing. Asked before every update,
   * which waits for it with what is shown already.
   */
  protected needs(): Promise<unknown> | undefined {
    return undefined;
  }

  /** Looks for the room before the first update does, which may have to wait. */
  protected seekRoom(): void {
    this.roomLink.hostUpdate();
  }

  readonly #again = (): void => this.requestUpdate();

  protected override scheduleUpdate(): void | Promise<unknown> {
    // First, since what is needed depends on the room, and the network is asked at once whatever showing has to wait for.
    this.seekRoom();
    const missing = this.#missing();
    if (missing) return missing.then(() => this.scheduleUpdate());
    // Many elements that have something new at once share out the main thread, so that the page is not held up.
    const mine = turn();
    if (!mine) return super.scheduleUpdate();
    return mine.then(() => (this.#missing() ? this.scheduleUpdate() : super.scheduleUpdate()));
  }

  #missing(): Promise<unknown> | undefined {
    const missing = [wordsFor(this.language, this.#again), this.needs()].filter(one => one !== undefined);
    return missing.length > 0 ? Promise.all(missing) : undefined;
  }

  /** Called when the room was found, exchanged or lost: let stores follow it. */
  protected roomChanged(_room: Room | undefined): void {}

  /** The language this element speaks, a BCP 47 tag. */
  protected get language(): string {
    return this.locale.lang;
  }

  protected t(key: MessageKey, params?: MessageParams): string {
    return translate(this.language, key, params);
  }

  /** The merchant's words in this element's language. */
  protected words(text: LocalText | null | undefined): string {
    return pickText(text, this.language);
  }

  /** Dispatches an asking event. True: nobody prevented it, so the element does the work itself. */
  protected ask(event: Event): boolean {
    return this.dispatchEvent(event);
  }

  /** The element's own, for parts of it. */
  protected readonly voice: Voice = {
    language: () => this.language,
    t: (key, params) => this.t(key, params),
    words: text => this.words(text),
    ask: event => this.ask(event),
    report: error => void this.report(error),
  };

  /** Tells the page of a fault. Nothing is ever thrown into the page. */
  protected report(error: unknown, fallback?: Code): QunError {
    const known = QunError.from(error, fallback);
    this.dispatchEvent(new QunErrorEvent(known));
    return known;
  }
}
