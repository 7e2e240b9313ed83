import type { MessageParams } from '../../i18n/translate.js';
import { talkWords, type TalkKey } from '../../i18n/desk/talk-words.js';
import type { HostCommand, Moderation, RoomState } from '../../protocol/index.js';
import { addStyles } from '../../styles/add-styles.js';
import type { DeskView } from './desk-view.js';
import type { HostSession } from './host-session.js';
import { moderationStyle } from './moderating.css.js';
import { renderQuestions } from './questions-panel.js';
import { sourceOf } from './staff-source.js';
import { renderTalk } from './talk-panel.js';

/** Between two looks at what staff alone know, ms. */
const LOOK_MS = 3000;

export type TalkTab = 'all' | 'held' | 'reports' | 'rules' | 'trail';

/** What can be taken back, and how. */
export interface Undo {
  done: TalkKey;
  /** Absent: it has been taken back. */
  command?: HostCommand;
}

/** One rendering of what is said: the desk's, and what staff know beside. */
export interface TalkView extends DeskView {
  readonly moderation: Moderation | undefined;
  readonly tab: TalkTab;
  /** The comment whose further deeds are in sight, or the question being answered. */
  readonly opened: string | undefined;
  readonly draft: string;
  readonly undo: Undo | undefined;
  w(key: TalkKey, params?: MessageParams): string;
  choose(tab: TalkTab): void;
  open(what: string | undefined, draft?: string): void;
  type(draft: string): void;
  /** Sends once, looks anew, and offers `undo`. */
  deed(key: string, command: HostCommand, how?: { shown?: (state: RoomState) => boolean; undo?: Undo }): void;
}

/** What the desk knows and does about comments and questions, beyond what everybody sees. */
export class Moderating {
  readonly #changed: () => void;
  #source: ReturnType<typeof sourceOf>;
  #session: HostSession | undefined;
  #moderation: Moderation | undefined;
  #looking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tab: TalkTab = 'all';
  #opened: string | undefined;
  #draft = '';
  #undo: Undo | undefined;

  constructor(root: ShadowRoot, changed: () => void) {
    addStyles(root, [moderationStyle]);
    this.#changed = changed;
  }

  /** What waits for staff: comments to let in or look at, and questions that several ask. */
  get waiting(): { comments: number; questions: number } {
    const { held = [], reports = [], questions = [] } = this.#moderation ?? {};
    return {
      comments: held.length + reports.length,
      questions: questions.filter(({ count }) => count > 1).length,
    };
  }

  /** Looks at this session's room from now on; undefined: at none. */
  follow(session: HostSession | undefined): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#source = session && sourceOf(session);
    this.#looking?.abort();
    clearTimeout(this.#timer);
    if (!session) return;
    this.#moderation = this.#opened = this.#undo = undefined;
    void this.#look();
  }

  renderComments(view: DeskView) {
    return renderTalk(this.#view(view));
  }

  renderQuestions(view: DeskView) {
    return renderQuestions(this.#view(view));
  }

  async #look(): Promise<void> {
    this.#looking?.abort();
    clearTimeout(this.#timer);
    if (!this.#source) return;
    const looking = (this.#looking = new AbortController());
    try {
      if (!document.hidden) {
        this.#moderation = await this.#source(looking.signal);
        if (looking.signal.aborted) return;
        this.#changed();
      }
    } catch {
      // Shown stays what was known; a server without it is asked again, and costs a small refusal.
      if (looking.signal.aborted) return;
    }
    this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
  }

  #view(view: DeskView): TalkView {
    return {
      ...view,
      moderation: this.#moderation,
      tab: this.#moderation ? this.#tab : 'all',
      opened: this.#opened,
      draft: this.#draft,
      undo: this.#undo,
      w: (key, params) => talkWords(view.language, key, params),
      choose: tab => this.#set(() => (this.#tab = tab)),
      open: (what, draft = '') =>
        this.#set(() => {
          this.#opened = what;
          this.#draft = draft;
        }),
      type: draft => this.#set(() => (this.#draft = draft)),
      deed: (key, command, how = {}) => void this.#deed(view, key, command, how),
    };
  }

  async #deed(
    view: DeskView,
    key: string,
    command: HostCommand,
    { shown = () => true, undo }: { shown?: (state: RoomState) => boolean; undo?: Undo },
  ): Promise<void> {
    if (!(await view.send(key, command, shown))) return;
    this.#opened = undefined;
    this.#undo = undo;
    this.#changed();
    await this.#look();
  }

  #set(change: () => void): void {
    change();
    this.#changed();
  }
}
