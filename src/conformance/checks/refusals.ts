import { limits } from '../../protocol/index.js';
import { must, show, type Check } from '../check.js';
import type { Person, RoomUnderTest } from '../room-under-test.js';
import type { Answer } from '../traffic.js';
import { errorOf } from './session.js';

interface Refusal {
  id: string;
  what: string;
  status: number;
  code: string;
  /** Where in the body it was wrong. */
  path?: string;
  why: string;
  ask(room: RoomUnderTest, viewer: () => Promise<Person>): Promise<Answer>;
}

const post = (room: RoomUnderTest, token: string, body: unknown, more: Record<string, string> = {}) =>
  room.ask('commands', {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': room.newKey(), ...more },
  });
const say = { type: 'comment.send', text: 'hello' };
const final = 'A client tells final from temporary by it, and says the one thing that helps.';

const refusals: readonly Refusal[] = [
  {
    id: 'room-not-found',
    what: 'A room that is not there',
    status: 404,
    code: 'room-not-found',
    why: final,
    ask: room => room.ask(`${new URL('.', room.options.url).pathname}no-such-room-here/snapshot`),
  },
  {
    id: 'not-found',
    what: 'An address below a room that is none of the protocol’s',
    status: 404,
    code: 'not-found',
    why: 'A page of HTML in its place is read as a room by nobody.',
    ask: room => room.ask('no-such-thing'),
  },
  {
    id: 'token-missing',
    what: 'A command without a token',
    status: 401,
    code: 'token-missing',
    why: 'Everybody could speak as anybody.',
    ask: room =>
      room.ask('commands', { method: 'POST', body: say, headers: { 'idempotency-key': room.newKey() } }),
  },
  {
    id: 'token-bad',
    what: 'A command with a token nobody gave',
    status: 401,
    code: 'token-bad',
    why: 'Everybody could speak as anybody.',
    ask: room => post(room, 'nobody.gave.this', say),
  },
  {
    id: 'key-missing',
    what: 'A command without Idempotency-Key',
    status: 400,
    code: 'key-missing',
    why: 'What is sent twice on a bad line would happen twice.',
    ask: async (room, viewer) => {
      const { token } = (await viewer()).session;
      const headers = { authorization: `Bearer ${token}` };
      return room.ask('commands', { method: 'POST', body: say, headers });
    },
  },
  {
    id: 'key-form',
    what: `An Idempotency-Key of ${limits.keyLength + 1} characters`,
    status: 400,
    code: 'malformed',
    why: 'Keys are kept for a day: without a limit they fill the disk.',
    ask: async (room, viewer) =>
      post(room, (await viewer()).session.token, say, {
        'idempotency-key': 'k'.repeat(limits.keyLength + 1),
      }),
  },
  {
    id: 'no-form',
    what: 'A command that is not application/json',
    status: 400,
    code: 'malformed',
    why: 'A page of another site can send a form or plain text without asking: CSRF.',
    ask: async (room, viewer) =>
      post(room, (await viewer()).session.token, JSON.stringify(say), { 'content-type': 'text/plain' }),
  },
  {
    id: 'broken-json',
    what: 'A body that is no JSON',
    status: 400,
    code: 'malformed',
    why: final,
    ask: async (room, viewer) => post(room, (await viewer()).session.token, '{"type":'),
  },
  {
    id: 'unknown-command',
    what: 'A command nobody knows',
    status: 400,
    code: 'unknown-command',
    path: 'type',
    why: 'A newer page learns from it that this server is older.',
    ask: async (room, viewer) => post(room, (await viewer()).session.token, { type: 'nothing.like-this' }),
  },
  {
    id: 'path',
    what: 'A command without its field',
    status: 400,
    code: 'malformed',
    path: 'couponId',
    why: 'path is what tells the author of a page what to mend.',
    ask: async (room, viewer) => post(room, (await viewer()).session.token, { type: 'coupon.claim' }),
  },
  {
    id: 'too-large',
    what: `A body of more than ${limits.bodyBytes} bytes`,
    status: 413,
    code: 'too-large',
    why: 'Anybody could fill the memory.',
    ask: async (room, viewer) =>
      post(room, (await viewer()).session.token, { ...say, more: 'x'.repeat(limits.bodyBytes) }),
  },
  {
    id: 'not-allowed',
    what: 'A host’s command from a viewer',
    status: 403,
    code: 'not-allowed',
    why: 'Any viewer could run the show.',
    ask: async (room, viewer) =>
      post(room, (await viewer()).session.token, { type: 'notice.set', notice: 'mine' }),
  },
  {
    id: 'coupon-unknown',
    what: 'A claim of a coupon that is not there',
    status: 404,
    code: 'coupon-unknown',
    why: final,
    ask: async (room, viewer) =>
      post(room, (await viewer()).session.token, { type: 'coupon.claim', couponId: 'no-such-coupon' }),
  },
  {
    id: 'comment-empty',
    what: 'A comment of nothing but spaces and invisible characters',
    status: 400,
    code: 'comment-empty',
    why: 'Empty lines would push away what others say.',
    ask: async (room, viewer) =>
      post(room, (await viewer()).session.token, { type: 'comment.send', text: ' \u200b\u2060\t ' }),
  },
  {
    id: 'comment-too-long',
    what: `A comment of ${limits.commentLength + 1} characters`,
    status: 400,
    code: 'comment-too-long',
    why: 'One would fill everybody’s screen.',
    ask: async (room, viewer) =>
      post(room, (await viewer()).session.token, {
        type: 'comment.send',
        text: '茶'.repeat(limits.commentLength + 1),
      }),
  },
];

/** Each refusal with its code, its status, and the shape of all refusals. */
export const refusalChecks: readonly Check[] = refusals.map(({ id, what, status, code, path, why, ask }) => ({
  id: `refusal.${id}`,
  asserts: `${what} is ${code} (${status})${path === undefined ? '' : `, with path ${path}`}`,
  why,
  mend: `Answer ${status} with {"error":{"code":"${code}","number":…,"message":…},"now":…}.`,
  async run(room) {
    const answer = await ask(room, () => room.once('refused viewer', () => room.viewer()));
    const error = errorOf(answer.body);
    const right =
      answer.status === status && error.code === code && (path === undefined || error.path === path);
    must(right, `status ${answer.status}: ${show(answer.text)}`);
  },
}));
