import { html, nothing, type ReactiveController } from 'lit';
import { KeyboardController } from '../../base/keyboard-controller.js';
import { withAnswers } from '../../core/answer-lines.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { HappeningLine } from '../../core/happening-line.js';
import { addTalkWords } from '../../i18n/talk-messages.js';
import type { Speaker } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { addStyles } from '../../styles/add-styles.js';
import { Composing } from './composing.js';
import type { QunCommentStream } from './comment-stream.js';
import { LineMenu } from './line-menu.js';
import { LineWalk } from './line-walk.js';
import { moreStyles } from './more.css.js';
import { renderBoard } from './render-board.js';
import { renderHappening } from './render-happening.js';
import { nameOf } from './render-line.js';
import { renderWords, type WordsView } from './render-words.js';
import { talkOver } from './talk-over.js';
import { TalkWishes } from './talk-wishes.js';
import { topicsOf, type Topics } from './talk-topics.js';
import type { Talk } from './talk.js';

/** All of a talk that is more than its lines: taking part in it, and what stands around them. */
export class TalkMore implements ReactiveController {
  readonly #talk: Talk;
  readonly #host: QunCommentStream;
  readonly #wishes: TalkWishes;
  readonly #menu: LineMenu;
  readonly #walk: LineWalk;
  readonly #happened: HappeningLine;
  readonly composing: Composing;
  #leave: (() => void) | undefined;
  #topics: Topics;
  #told: unknown;
  #busy = false;
  #whole: unknown;

  constructor(talk: Talk) {
    this.#talk = talk;
    const { root, speech, flow } = talk;
    const host = (this.#host = talk.host);
    const changed = () => host.requestUpdate();
    addTalkWords();
    addStyles(root, moreStyles);
    this.composing = new Composing(talk, () => this.#topics.talk, this.#nameOf);
    this.#wishes = new TalkWishes(speech, () => host.roomStore, changed);
    this.#menu = new LineMenu({
      root,
      speech,
      mayReply: line => !host.withoutComposer && !talkOver(host) && mayBeQuoted(line),
      mayReport: line => line.from.role === 'viewer' && !line.own && !this.#wishes.reported(line),
      reply: line => this.composing.reply(line),
      report: (line, reason) => this.#wishes.report(line, reason, words => talk.say(words)),
      changed,
      opened: () => flow.hold(),
      closed: () => talk.resume(),
    });
    this.#walk = new LineWalk(
      () => root.querySelector<HTMLElement>('.list')!,
      () => flow.hold(),
      item => this.open(item),
      () => this.#menu.line || talk.resume(),
    );
    this.#happened = new HappeningLine(() => {
      this.#busy = true;
      changed();
    });
    this.#topics = topicsOf(host);
    root.querySelector('.list')?.setAttribute('aria-describedby', 'pick');
    new KeyboardController(host, px => {
      // A room with a bar of its own moves all of it.
      const covered = host.composerOnFocus ? 0 : px;
      root.querySelector<HTMLElement>('.base')?.style.setProperty('padding-bottom', `${covered}px`);
    });
    // It has the focus already: the keyboard is there.
    const field = root.activeElement;
    if (field?.localName === 'textarea') field.dispatchEvent(new FocusEvent('focusin', { composed: true }));
    this.follow(host.roomStore);
    host.addController(this);
    flow.soon(true);
  }

  follow(room: Room | undefined): void {
    this.#leave?.();
    const update = () => this.#host.requestUpdate();
    const offs = room && [
      room.$asked.listen(update),
      room.$viewer.listen(update),
      room.$happened.listen(list => this.#host.withoutSystemLines || this.#happened.add(list)),
    ];
    this.#leave = () => offs?.forEach(off => off());
    this.composing?.restart();
  }

  hostDisconnected(): void {
    this.#happened.stop();
    this.#menu.close(false);
  }

  hostUpdated(): void {
    this.#menu.place();
    this.composing.updated();
  }

  /** To be called before every rendering. */
  wind(): void {
    const { flow } = this.#talk;
    const { happened, withoutSystemLines } = this.#host;
    const before = this.#topics.answers;
    this.#topics = topicsOf(this.#host);
    if (this.#topics.answers !== before) flow.soon();
    this.composing.wind();
    if (happened !== this.#told) {
      this.#told = happened;
      if (happened && !withoutSystemLines) this.#happened.add(happened);
    }
    if (withoutSystemLines) this.#busy = false;
    const { line } = this.#menu;
    if (line && !flow.lines.some(one => one.id === line.id)) this.#menu.close();
  }

  /** The source's lines together with what the page is sending, and the host's answers. */
  merge(lines: readonly ShownLine[]): readonly ShownLine[] {
    return withAnswers(this.composing.sending.merge(lines), this.#topics.answers);
  }

  /** A line is tapped, or a key pressed among the lines. */
  pick(event: Event): void {
    const target = event.target as Element;
    if (target.closest('a, button')) return;
    if (event.type !== 'click') return this.#walk.key(event as KeyboardEvent);
    const item = target.closest<HTMLElement>('.line');
    // Words that were marked to be copied are no tap.
    if (item && document.getSelection()?.type !== 'Range') this.open(item);
  }

  /** Says what can be done with the line that `item` shows. */
  open(item: HTMLElement): void {
    const line = this.#talk.shown[[...(item.parentElement?.children ?? [])].indexOf(item)];
    if (line) this.#menu.open(line, item);
  }

  /** Somebody is about to do something with a line, which stands still meanwhile. */
  get choosing(): boolean {
    return this.#menu.line !== undefined || this.#talk.root.activeElement?.matches('.line') === true;
  }

  /** The lines have been scrolled. */
  scrolled(): void {
    this.#menu.place();
  }

  readonly #nameOf = (from: Speaker): string => {
    const { t } = this.#talk.speech;
    const me = this.#host.roomStore?.$viewer.get()?.id;
    if (from.id === me) return t('comment.me');
    return nameOf(from, this.#talk.view) || t(`comment.${from.role === 'host' ? 'host' : 'assistant'}`);
  };

  get #wordsView(): WordsView {
    const { language, t, words } = this.#talk.speech;
    const redacted = this.#host.roomStore?.$state.get()?.redacted ?? [];
    return {
      language: language(),
      t,
      words,
      wait: this.composing.wait,
      nameOf: this.#nameOf,
      gone: id => redacted.includes(id),
      retry: line => this.composing.sending.retry(line),
      edit: line => this.composing.edit(line),
      discard: line => this.composing.sending.discard(line),
    };
  }

  /** All of a line that is more than plain words. */
  renderWords(line: ShownLine, speaker: unknown): unknown {
    return renderWords(line, speaker, this.#wordsView);
  }

  /** What stands above the lines. */
  renderBoard(): unknown {
    const { pinned, questions } = this.#topics;
    const { flow } = this.#talk;
    return renderBoard({
      t: this.#talk.speech.t,
      pinned,
      overPicture: this.#host.overPicture,
      whole: this.#whole === pinned?.id,
      questions,
      nameOf: this.#nameOf,
      joined: question =>
        this.#wishes.joined(question) || flow.lines.some(({ own, text }) => own && text === question.text),
      count: question => this.#wishes.count(question),
      join: question => void this.#wishes.join(question, words => this.#talk.say(words)),
      turn: () => {
        this.#whole = this.#whole === pinned?.id ? undefined : pinned?.id;
        this.#host.requestUpdate();
      },
    });
  }

  /** What can be done with the line that was tapped. Outside the view, which may cut off what it cannot hold. */
  renderMenu(): unknown {
    return this.#menu.render();
  }

  /** What lies under the lines. */
  renderOver(): unknown {
    const { t } = this.#talk.speech;
    const { shown } = this.#happened;
    const product = shown && this.#topics.products.find(({ id }) => id === shown.productId);
    return [
      html`<p id="pick" class="visually-hidden">${t('comment.pickHint')}</p>`,
      this.#busy ? renderHappening({ t }, shown, product?.number) : nothing,
    ];
  }
}

/** A comment that the server knows; an answer to a question is none. */
const mayBeQuoted = ({ status = 'sent', held, answered }: ShownLine): boolean =>
  status === 'sent' && !held && !answered;
