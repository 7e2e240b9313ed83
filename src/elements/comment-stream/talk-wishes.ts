import type { Voice } from '../../base/speech.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { QunJoinQuestionEvent } from '../../events/qun-join-question-event.js';
import { QunReportCommentEvent, type ReportReason } from '../../events/qun-report-comment-event.js';
import { isCode, QunError, type Code, type Question } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';

/** What a viewer asks of staff: to look at a comment, to answer a question. By the page if it wants to, else by the room. */
export class TalkWishes {
  readonly #voice: Voice;
  readonly #room: () => Room | undefined;
  readonly #changed: () => void;
  readonly #reported = new Set<string>();
  readonly #joined = new Map<string, number>();

  constructor(voice: Voice, room: () => Room | undefined, changed: () => void) {
    this.#voice = voice;
    this.#room = room;
    this.#changed = changed;
  }

  reported({ id }: ShownLine): boolean {
    return this.#reported.has(id);
  }

  joined({ id }: Question): boolean {
    return this.#joined.has(id);
  }

  /** How many ask it, this viewer among them. */
  count({ id, count }: Question): number {
    return Math.max(count, this.#joined.get(id) ?? 0);
  }

  /** True: done. Undefined: the page wants nothing done. Else why it was not. */
  async report(
    line: ShownLine,
    reason: ReportReason,
    say: (words: string) => void,
  ): Promise<Code | true | undefined> {
    const event = new QunReportCommentEvent(line, reason);
    const outcome = await this.#do(event, room => room.reportComment(line.id, reason));
    if (!outcome || 'code' in outcome) return outcome?.code;
    this.#reported.add(line.id);
    say(this.#voice.t('comment.reported'));
    return true;
  }

  /** Asks as well; once. */
  async join(question: Question, say: (words: string) => void): Promise<void> {
    const { id } = question;
    if (this.#joined.has(id)) return;
    // At once, as a tap wants it; taken back where it was not counted.
    this.#joined.set(id, question.count + 1);
    this.#changed();
    const outcome = await this.#do(new QunJoinQuestionEvent(question), room => room.joinQuestion(id));
    if (!outcome || 'code' in outcome) {
      this.#joined.delete(id);
      if (outcome) say(this.#voice.t(`error.${outcome.code}`));
    } else if (typeof outcome.answer === 'number') this.#joined.set(id, outcome.answer);
    this.#changed();
  }

  async #do(
    event: QunReportCommentEvent | QunJoinQuestionEvent,
    act: (room: Room) => Promise<unknown>,
  ): Promise<{ answer: unknown } | { code: Code } | undefined> {
    const go = this.#voice.ask(event);
    if (!event.answer && !go) return undefined;
    try {
      const room = this.#room();
      if (!event.answer && !room) throw new QunError('no-room');
      return { answer: await (event.answer ?? act(room!)) };
    } catch (cause) {
      const { code } = Object(cause) as { code?: unknown };
      const error = isCode(code) ? new QunError(code, { cause }) : QunError.from(cause);
      this.#voice.report(error);
      return { code: error.code };
    }
  }
}
