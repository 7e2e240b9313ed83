import type { Answered } from '../protocol/index.js';
import type { ShownLine } from './comment-pace.js';

/** Answers that a talk begins with where nobody has said anything else. */
const FIRST = 3;

/** Who asked a question that many have asked. */
const everyone = { id: 'everyone', role: 'viewer' } as const;

const lineOf = (answered: Answered): ShownLine => ({
  // No id of a comment has a blank.
  id: `answer ${answered.question.id}`,
  from: answered.by,
  text: answered.text,
  at: answered.at,
  replyTo: { id: answered.question.id, from: everyone, text: answered.question.text },
  productId: answered.question.productId,
  answered,
});

/** `lines` with the host's `answers` where they were given, as far back as the lines go. The same object where there are none. */
export function withAnswers(lines: readonly ShownLine[], answers: readonly Answered[]): readonly ShownLine[] {
  if (answers.length === 0) return lines;
  const [oldest] = lines;
  const recent = oldest ? answers.filter(one => one.at >= oldest.at) : answers.slice(-FIRST);
  if (recent.length === 0) return lines;
  const result = [...lines];
  for (const answered of recent) {
    let index = result.length;
    while (index > 0 && result[index - 1]!.at > answered.at) index -= 1;
    result.splice(index, 0, lineOf(answered));
  }
  return result;
}
