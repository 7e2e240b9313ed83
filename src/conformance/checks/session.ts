import { limits, parseSession, parseSnapshot } from '../../protocol/index.js';
import { must, show, type Check } from '../check.js';

const HALF_AN_HOUR = 30 * 60_000;
const schema = 'Compare with docs/schemas/session.json at the path named.';

/** `POST …/session`. */
export const sessionChecks: readonly Check[] = [
  {
    id: 'session.schema',
    asserts: 'Joining without a token makes a new viewer, and the answer is as its schema says',
    why: 'Nobody can say or claim anything without it.',
    mend: schema,
    async run(room) {
      const answer = await room.join();
      must(answer.status === 200, `status ${answer.status}: ${show(answer.text)}`);
      const { viewer } = parseSession(answer.body);
      must(viewer.role === 'viewer', `role ${viewer.role} for somebody without a token`);
    },
  },
  {
    id: 'session.pseudonyms',
    asserts: 'Two who join get two ids and two tokens',
    why: 'One id for two viewers is one coupon for two.',
    mend: 'Make every id of at least 64 random bits.',
    async run(room) {
      const [one, other] = [await room.viewer(), await room.viewer()];
      must(one.session.viewer.id !== other.session.viewer.id, `both are ${one.session.viewer.id}`);
      must(one.session.token !== other.session.token, 'both have the same token');
    },
  },
  {
    id: 'session.expires',
    asserts: 'expiresAt lies ahead, by 30 minutes at most',
    why: 'A token that lasts is worth stealing; one that has run out already is worth nothing.',
    mend: 'Let tokens for commands live for at most 30 minutes of the server’s clock.',
    async run(room) {
      const { expiresAt, now } = (await room.viewer()).session;
      const life = expiresAt - now;
      must(life > 0 && life <= HALF_AN_HOUR, `it lasts ${life} ms`);
    },
  },
  {
    id: 'session.resume',
    asserts: 'Joining with a resume token makes the same viewer again',
    why: 'After a reload viewers would lose their coupons.',
    mend: 'Give anonymous viewers a resume token, and their id back for it.',
    async run(room) {
      const { session } = await room.viewer();
      must(session.resume !== undefined, 'an anonymous viewer got no resume token');
      const again = await room.viewer(undefined, session.resume);
      must(again.session.viewer.id === session.viewer.id, `${session.viewer.id} came back as another`);
    },
  },
  {
    id: 'session.name',
    asserts: 'A name asked for is the viewer’s name',
    why: 'Viewers would all be guests to each other.',
    mend: 'Take name from the body, cleaned as comments are.',
    async run(room) {
      const { viewer } = (await room.viewer('Li')).session;
      must(viewer.name === 'Li', `asked for "Li", got ${show(viewer.name)}`);
    },
  },
  {
    id: 'session.long-name',
    asserts: `A name of more than ${limits.nameLength} characters is malformed (400), with path name`,
    why: 'It would break the line of every comment.',
    mend: 'Count code points after cleaning, and refuse.',
    async run(room) {
      const { status, body, text } = await room.join(undefined, { name: 'n'.repeat(limits.nameLength + 1) });
      const { code, path } = errorOf(body);
      must(status === 400 && code === 'malformed' && path === 'name', `status ${status}: ${show(text)}`);
    },
  },
  {
    id: 'session.bad-token',
    asserts: 'A token nobody gave is token-bad (401)',
    why: 'Whoever may be anybody may be the host.',
    mend: 'Verify before you believe, and answer 401.',
    async run(room) {
      const { status, body, text } = await room.join('nobody.gave.this');
      must(status === 401 && errorOf(body).code === 'token-bad', `status ${status}: ${show(text)}`);
    },
  },
  {
    id: 'session.no-second-use',
    asserts: 'A token for commands opens no session',
    why: 'One stolen token would renew itself for ever.',
    mend: 'Give each use a token of its own, and look which it is.',
    async run(room) {
      const { session } = await room.viewer();
      const { status, text } = await room.join(session.token);
      must(status === 401, `status ${status}: ${show(text)}`);
    },
  },
  {
    id: 'session.host',
    asserts: 'The host’s token makes a host',
    why: 'Nobody could run the show.',
    mend: 'Answer role host (or assistant) for the token given with --token.',
    host: true,
    async run(room) {
      const { role } = (await room.host()).session.viewer;
      must(role !== 'viewer', `role ${role}`);
    },
  },
  {
    id: 'session.secret',
    asserts: 'No token appears in what everybody may read',
    why: 'Feeds and snapshots are public.',
    mend: 'Keep tokens out of snapshots, feeds, history and errors.',
    async run(room) {
      const { session, send } = await room.viewer();
      await send({ type: 'comment.send', text: 'hello' });
      const answer = await room.ask('snapshot');
      parseSnapshot(answer.body);
      const secrets = [session.token, session.resume].filter(secret => secret !== undefined);
      must(!secrets.some(secret => answer.text.includes(secret)), 'the snapshot holds a viewer’s token');
    },
  },
];

/** The error of a refusal, whatever it may lack. */
export function errorOf(body: unknown): { code?: string; path?: string; retryAfterMs?: number } {
  return (body as { error?: { code?: string; path?: string } } | undefined)?.error ?? {};
}
