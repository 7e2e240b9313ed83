import { must, show, type Check } from '../check.js';
import { errorOf } from './session.js';

const say = (text: string) => ({ type: 'comment.send', text });
const why = 'A client that hears nothing sends again: on a bad line everything would happen twice.';

/** The same `Idempotency-Key`. */
export const repeatChecks: readonly Check[] = [
  {
    id: 'repeat.same',
    asserts:
      'The same command with the same key is answered byte for byte the same, with Idempotency-Replayed: true',
    why,
    mend: 'Keep the answer with the key, in one transaction with what was done.',
    async run(room) {
      const { send } = await room.viewer();
      const key = room.newKey();
      const first = await send(say('once'), key);
      must(first.status === 200, `status ${first.status}: ${show(first.text)}`);
      must(!first.headers.has('idempotency-replayed'), 'the first answer says Idempotency-Replayed');
      const again = await send(say('once'), key);
      must(again.text === first.text, `first ${show(first.text)}, then ${show(again.text)}`);
      const replayed = again.headers.get('idempotency-replayed');
      must(replayed === 'true', `Idempotency-Replayed: ${replayed ?? '(none)'}`);
    },
  },
  {
    id: 'repeat.at-once',
    asserts: 'The same command five times at once is done once',
    why,
    mend: 'Let the others wait for the first, or find its answer.',
    async run(room) {
      const { send } = await room.viewer();
      const key = room.newKey();
      const answers = await Promise.all(Array.from({ length: 5 }, () => send(say('at once'), key)));
      const texts = new Set(answers.map(({ text }) => text));
      must(texts.size === 1, `${texts.size} different answers: ${show([...texts].slice(0, 2))}`);
    },
  },
  {
    id: 'repeat.form',
    asserts: 'White space and the order of names make no other command',
    why: 'What stands between client and server may write JSON anew.',
    mend: 'Compare what the body says, not its bytes.',
    async run(room) {
      const { send } = await room.viewer();
      const key = room.newKey();
      const first = await send('{"type":"comment.send","text":"form"}', key);
      const again = await send('{ "text" : "form",\n "type": "comment.send" }', key);
      must(again.text === first.text, `status ${again.status}: ${show(again.text)}`);
    },
  },
  {
    id: 'repeat.other-body',
    asserts: 'Another command with the same key is key-reused (422)',
    why: 'The answer to one wish would be taken for that to another.',
    mend: 'Keep a fingerprint of the body with the key.',
    async run(room) {
      const { send } = await room.viewer();
      const key = room.newKey();
      await send(say('one'), key);
      const { status, body, text } = await send(say('two'), key);
      must(status === 422 && errorOf(body).code === 'key-reused', `status ${status}: ${show(text)}`);
    },
  },
  {
    id: 'repeat.other-viewer',
    asserts: 'The same key from another viewer is another wish',
    why: 'A key guessed or shared would answer with somebody else’s coupon.',
    mend: 'Keep keys apart by room and viewer.',
    async run(room) {
      const [one, other] = [await room.viewer(), await room.viewer()];
      const key = room.newKey();
      const [first, second] = [await one.send(say('mine'), key), await other.send(say('mine'), key)];
      must(
        second.status === 200 && second.text !== first.text,
        `status ${second.status}: ${show(second.text)}`,
      );
    },
  },
  {
    id: 'repeat.refusal',
    asserts: 'A refusal is not kept: the same key may succeed later',
    why: 'What was too fast once would be too fast for ever.',
    mend: 'Keep answers, not refusals.',
    host: true,
    async run(room) {
      const { state } = await room.snapshot();
      const [product] = state.products;
      must(product !== undefined, 'the shelf is empty: give the room a product');
      const { send } = await room.host();
      const key = room.newKey();
      const refused = await send({ type: 'pin.add', productId: 'no-such-product' }, key);
      const done = await send({ type: 'notice.set', notice: `later ${key}` }, key);
      must(
        refused.status === 404 && done.status === 200,
        `${refused.status}, then ${done.status}: ${show(done.text)}`,
      );
    },
  },
];
