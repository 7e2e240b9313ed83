import type { Lang } from '../pages/lang.js';
import { aboutProduct, names, smallTalk } from './lines.js';

export interface AudienceOptions {
  /** Says a line in the room; it must come out marked as simulated. */
  say(name: string, text: string): void;
  /** Id of the product being shown, if any. */
  shown(): string | undefined;
  random?: () => number;
}

/** A crowd that talks about what is on the table. It never claims, buys or counts: those figures stay real. */
export class Audience {
  readonly #options: AudienceOptions;
  readonly #random: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #recent: string[] = [];
  lang: Lang = 'zh-CN';

  constructor(options: AudienceOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
  }

  get on(): boolean {
    return this.#timer !== undefined;
  }

  start(): void {
    this.#timer ??= setTimeout(this.#next, 300);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #next = (): void => {
    this.speak();
    this.#timer = setTimeout(this.#next, 500 + this.#random() * 1800);
  };

  /** One line, not one of the last dozen. */
  speak(): void {
    const product = aboutProduct[this.#options.shown() ?? '']?.[this.lang] ?? [];
    const lines = (this.#random() < 0.55 && product.length > 0 ? product : smallTalk[this.lang]).filter(
      line => !this.#recent.includes(line),
    );
    const text = this.#pick(lines.length > 0 ? lines : smallTalk[this.lang]);
    this.#recent = [text, ...this.#recent].slice(0, 12);
    this.#options.say(this.#pick(names[this.lang]), text);
  }

  #pick(list: readonly string[]): string {
    return list[Math.floor(this.#random() * list.length)]!;
  }
}
