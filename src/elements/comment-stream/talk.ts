import { html, nothing } from 'lit';
import type { Voice } from '../../base/speech.js';
import type { ShownLine } from '../../core/comment-pace.js';
import type { Room } from '../../stores/room.js';
import { addStyles } from '../../styles/add-styles.js';
import { icon } from '../../styles/icon.js';
import { down } from '../../styles/shop-drawings.js';
import { CommentFlow } from './comment-flow.js';
import type { QunCommentStream } from './comment-stream.js';
import { lineStyle } from './line.css.js';
import { LineList } from './line-list.js';
import { NewestInView } from './newest-in-view.js';
import { speakerName, type LineView } from './render-line.js';
import { talkMore } from './talk-more-part.js';
import type { TalkMore } from './talk-more.js';

/** The badge counts no further. */
const MANY = 99;
/** What takes part in a talk comes so long after its lines where the browser does not say when it is idle, ms. */
const IDLE_MS = 500;

/** What is said in one `qun-comment-stream`: the lines as they come in. */
export class Talk {
  readonly host: QunCommentStream;
  readonly root: ShadowRoot;
  readonly speech: Voice;
  readonly flow: CommentFlow;
  readonly #list = new LineList();
  readonly #newest: NewestInView;
  #leave: (() => void) | undefined;

  /** The lines as they were rendered last. */
  shown: readonly ShownLine[] = [];
  /** All beside the lines; undefined until it has come. */
  more: TalkMore | undefined;
  /** What the live region says. */
  said = '';

  constructor(host: QunCommentStream, speech: Voice) {
    this.host = host;
    this.root = host.shadowRoot!;
    this.speech = speech;
    addStyles(this.root, [lineStyle]);
    this.flow = new CommentFlow(host, {
      lines: () => {
        const lines = host.roomStore?.$comments.get() ?? host.comments;
        return this.more?.merge(lines) ?? lines;
      },
      redacted: () => host.roomStore && (host.roomStore.$state.get()?.redacted ?? []),
      tell: (count, latest) => this.#tellNews(count, latest),
    });
    // Before what looks where the newest of them stands.
    host.addController({ hostUpdated: () => this.#write() });
    this.#newest = new NewestInView(
      host,
      () => this.#parts(),
      () => !this.flow.held,
    );
    this.follow(host.roomStore);
  }

  /** Has all beside the lines fetched; it takes its place when it has come. */
  readonly wantMore = (): void => {
    if (!this.more) void talkMore.come().then(() => this.host.requestUpdate());
  };

  #parts() {
    const lines = this.root.querySelector<HTMLElement>('.lines');
    return lines ? { lines, list: lines.parentElement! } : undefined;
  }

  follow(room: Room | undefined): void {
    this.#leave?.();
    // Own words are not kept waiting.
    this.#leave = room?.$comments.listen(lines => this.flow.soon(lines[lines.length - 1]?.own));
    this.more?.follow(room);
    this.flow.restart();
    const idly = () => this.host.isConnected && this.wantMore();
    if (typeof requestIdleCallback === 'function') requestIdleCallback(idly);
    else setTimeout(idly, IDLE_MS);
  }

  /** The page has given other comments. */
  changed(): void {
    this.flow.soon();
  }

  get skipped(): number {
    return this.flow.skipped;
  }

  /** Lines that are shown. */
  get count(): number {
    return this.flow.lines.length;
  }

  /** To be called before every rendering. */
  wind(): void {
    if (talkMore.here) this.more ??= new talkMore.here(this);
    this.more?.wind();
  }

  say(words: string): void {
    this.said = words;
    this.host.requestUpdate();
  }

  #tellNews(count: number, latest: ShownLine): void {
    const { role } = latest.from;
    const { t } = this.speech;
    const name = speakerName(latest, this.view) || (role === 'viewer' ? '' : t(`comment.${role}`));
    const line = t('comment.by', { name }) + latest.text;
    this.say(count === 1 ? line : t('comment.digest', { count, line }));
  }

  readonly onScroll = (): void => {
    const to = this.#newest.scrolled();
    this.more?.scrolled();
    if (to === 'back') this.flow.hold();
    else if (to === 'newest' && this.flow.held && !this.more?.choosing) this.flow.release();
  };

  /** A line is tapped, or a key pressed among the lines. */
  readonly onPick = (event: Event): void => {
    if (this.more) return this.more.pick(event);
    const line = (event.target as Element).closest<HTMLElement>('.line');
    this.wantMore();
    if (line && event.type === 'click')
      void talkMore.come().then(() => this.host.updateComplete.then(() => this.more?.open(line)));
  };

  /** New lines come in again, unless the viewer reads back. */
  resume(): void {
    if (this.#newest.scrolled() === 'newest') this.flow.release();
  }

  toNewest(): void {
    this.flow.release();
    this.#newest.bring(true);
  }

  readonly #onUnread = (): void => {
    this.toNewest();
    this.root.querySelector<HTMLElement>('.list')?.focus({ preventScroll: true });
  };

  get view(): LineView {
    const { language, t, words } = this.speech;
    const { more } = this;
    return {
      language: language(),
      t,
      words,
      host: words(this.host.roomStore?.$state.get()?.host.name),
      enters: line => this.flow.enters(line),
      more: (line, speaker) => more?.renderWords(line, speaker) ?? [speaker, line.text],
    };
  }

  #write(): void {
    const { lines } = this.#parts() ?? {};
    this.shown = this.flow.lines;
    if (lines) this.#list.show(lines, this.shown, this.view);
  }

  /** What lies over the lines. */
  renderOver() {
    const { unread } = this.flow;
    return [
      unread === 0
        ? nothing
        : html`<button type="button" part="unread" class="unread" @click=${this.#onUnread}>
            ${this.speech.t('comment.unread', { count: unread > MANY ? `${MANY}+` : unread })}
            ${icon(down, 16)}
          </button>`,
      this.more?.renderOver(),
    ];
  }
}
