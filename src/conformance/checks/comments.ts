import { limits, parseAnswer, type Comment } from '../../protocol/index.js';
import { must, NotTried, show, type Check } from '../check.js';
import type { RoomUnderTest } from '../room-under-test.js';
import { json } from '../stream.js';

async function say(room: RoomUnderTest, text: string): Promise<Comment> {
  const { state } = await room.snapshot();
  const { mode = 'open' } = (state as { talk?: { mode?: string } }).talk ?? {};
  if (mode !== 'open') throw new NotTried(`the room may be talked in by ${mode} only`);
  const { send } = await room.viewer();
  const answer = await send({ type: 'comment.send', text });
  must(answer.status === 200, `status ${answer.status}: ${show(answer.text)}`);
  return parseAnswer('comment.send', answer.body).comment;
}

const MARKUP = `<b onclick="x()">tea</b> & <script>1</script> '"`;

/** What viewers say. */
export const commentChecks: readonly Check[] = [
  {
    id: 'comment.markup',
    asserts: 'Markup is words like any other, in the answer, in ticks and in snapshots',
    why: 'A server that escapes shows viewers &lt;b&gt;; a page of another maker might run what one removes badly.',
    mend: 'Keep and send plain text; escape where it is shown.',
    async run(room) {
      const feed = await room.feed();
      await feed.snapshot();
      const { text, id } = await say(room, MARKUP);
      must(text === MARKUP, `${show(MARKUP)} became ${show(text)}`);
      await feed.until('no tick carried the comment or counted it', () =>
        feed.heard.some(
          ({ event, data }) => event === 'tick' && (data.includes(id) || !/"more":0/.test(data)),
        ),
      );
      const tick = feed.heard.find(({ event, data }) => event === 'tick' && data.includes(id));
      const told = tick && (json(tick) as { comments: Comment[] }).comments.find(one => one.id === id);
      must(told === undefined || told.text === MARKUP, `in a tick it became ${show(told?.text)}`);
      const kept = (await room.snapshot()).comments.find(one => one.id === id);
      must(kept === undefined || kept.text === MARKUP, `in a snapshot it became ${show(kept?.text)}`);
    },
  },
  {
    id: 'comment.clean',
    asserts:
      'Control characters, bidi overrides and invisible characters go; white space becomes one space; the text is NFC',
    why: 'One comment could turn the whole page’s text around, or pretend to be the host’s.',
    mend: 'Clean as src/core/clean-text.ts does, before measuring.',
    async run(room) {
      const { text } = await say(room, ' te\u0000a\u202e \t\n \u200bcafe\u0301\u2066 ');
      must(text === 'tea café', `became ${show(text)}`);
    },
  },
  {
    id: 'comment.length',
    asserts: `${limits.commentLength} characters are one comment, also where each is an emoji`,
    why: 'Counted in UTF-16, a line of emoji is twice as long as it looks.',
    mend: 'Count code points.',
    async run(room) {
      const text = '🍵'.repeat(limits.commentLength);
      must((await say(room, text)).text === text, 'it came back otherwise');
    },
  },
  {
    id: 'comment.count',
    asserts: 'A comment accepted is counted, and found in the next snapshots',
    why: 'Newcomers would enter a silent room.',
    mend: 'Keep the newest 50, and count all.',
    async run(room) {
      const { commentCount = 0 } = await room.snapshot();
      const { id } = await say(room, 'counted');
      const end = Date.now() + room.options.patienceMs;
      for (;;) {
        const { commentCount: now = 0, comments } = await room.snapshot();
        if (now > commentCount && comments.some(one => one.id === id)) return;
        must(
          Date.now() < end,
          `commentCount went from ${commentCount} to ${now}, and it is not among the newest`,
        );
        // Other processes hear of it within a tick or two.
        await new Promise(again => setTimeout(again, 100));
      }
    },
  },
  {
    id: 'comment.hide',
    asserts: 'comment.hide takes a comment down: an event for all, and it is gone from snapshots',
    why: 'What staff took down would be shown to everybody who comes later.',
    mend: 'Make comment.redact, remember its ids in the state, leave them out of comments.',
    host: true,
    async run(room) {
      const feed = await room.feed();
      await feed.snapshot();
      const { id } = await say(room, 'to be hidden');
      const seq = await room.order({ type: 'comment.hide', commentId: id });
      must(seq !== null, 'answered with seq null');
      await feed.reaches(seq);
      const event = feed.controls.find(one => one.seq === seq);
      must(
        event?.type === 'comment.redact' && show(event.data).includes(id),
        `event ${seq} is ${show(event)}`,
      );
      const { state, comments } = await room.snapshot();
      must(state.redacted.includes(id), 'its id is not in redacted');
      must(!comments.some(one => one.id === id), 'it is still in the snapshot');
    },
  },
];
