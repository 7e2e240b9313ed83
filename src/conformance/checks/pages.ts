import { must, show, type Check } from '../check.js';
import type { Answer } from '../traffic.js';
import { errorOf } from './session.js';

const words = (header: string | null) =>
  (header ?? '')
    .toLowerCase()
    .split(',')
    .map(word => word.trim())
    .filter(Boolean);

const lets = ({ headers }: Answer, origin: string) =>
  [origin, '*'].includes(headers.get('access-control-allow-origin') ?? '');

/** What pages of other origins need, and what they must not get. */
export const pageChecks: readonly Check[] = [
  {
    id: 'cors.preflight',
    asserts: 'A preflight lets authorization, content-type, idempotency-key and last-event-id through',
    why: 'Without it no page of another origin can join or send anything.',
    mend: 'Answer OPTIONS with Access-Control-Allow-Origin and Access-Control-Allow-Headers.',
    async run(room) {
      const asked = 'authorization,content-type,idempotency-key,last-event-id';
      const answer = await room.ask('commands', {
        method: 'OPTIONS',
        headers: {
          origin: room.origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': asked,
        },
      });
      must(answer.status >= 200 && answer.status < 300, `status ${answer.status}`);
      const allowed = answer.headers.get('access-control-allow-origin');
      must(lets(answer, room.origin), `Access-Control-Allow-Origin: ${show(allowed)} for ${room.origin}`);
      const through = words(answer.headers.get('access-control-allow-headers'));
      const missing = words(asked).filter(word => !through.includes(word) && !through.includes('*'));
      // A star stands for everything but this.
      if (!through.includes('authorization')) missing.push('authorization');
      must(missing.length === 0, `not let through: ${[...new Set(missing)].join(', ')}`);
    },
  },
  {
    id: 'cors.exposed',
    asserts: 'Answers expose retry-after and idempotency-replayed to pages',
    why: 'A page cannot read other headers: it would retry too soon, and set its clock by an old answer.',
    mend: 'Answer with Access-Control-Expose-Headers: retry-after, idempotency-replayed.',
    async run(room) {
      const answer = await room.ask('session', {
        method: 'POST',
        body: {},
        headers: { origin: room.origin },
      });
      must(
        answer.status === 200,
        `a page of ${room.origin} was answered ${answer.status}: ${show(answer.text)}`,
      );
      must(lets(answer, room.origin), 'no Access-Control-Allow-Origin for a page that is let in');
      const exposed = words(answer.headers.get('access-control-expose-headers'));
      const missing = ['retry-after', 'idempotency-replayed'].filter(word => !exposed.includes(word));
      must(missing.length === 0, `not exposed: ${missing.join(', ')}`);
    },
  },
  {
    id: 'cors.feed',
    asserts: 'The feed itself carries Access-Control-Allow-Origin',
    why: 'Streams are often answered by other code than the rest, which forgets it: the page never hears a word.',
    mend: 'Send the CORS headers of other answers with the feed’s head as well.',
    async run(room) {
      const { headers } = await room.feed(undefined, { origin: room.origin });
      const allowed = headers.get('access-control-allow-origin');
      must([room.origin, '*'].includes(allowed ?? ''), `Access-Control-Allow-Origin: ${show(allowed)}`);
    },
  },
  {
    id: 'cors.refused',
    asserts: 'A page that is not let in can read why: origin-refused, with CORS headers',
    why: 'Without them its author sees a network error and looks for hours.',
    mend: 'Send Access-Control-Allow-Origin with refusals, too. (A server that lets every page in passes.)',
    async run(room) {
      const origin = 'https://not-on-any-list.invalid';
      const answer = await room.ask('snapshot', { headers: { origin } });
      const refused = answer.status === 403 && errorOf(answer.body).code === 'origin-refused';
      must(refused || answer.status === 200, `status ${answer.status}: ${show(answer.text)}`);
      must(lets(answer, origin), 'the page that asked may not read the answer');
    },
  },
];

/** What holds of every answer of this run; looked at when all others are done. */
export const mannersChecks: readonly Check[] = [
  {
    id: 'manners.no-cookie',
    asserts: 'No answer sets a cookie',
    why: 'A room is embedded in shops’ pages: a cookie needs consent, and commands by cookie are forged.',
    mend: 'Do not set any.',
    async run(room) {
      must(room.traffic.cookies.length === 0, some(room.traffic.cookies));
    },
  },
  {
    id: 'manners.refusals',
    asserts:
      'Every refusal has the one body, code, number and status of one line of the table, and Retry-After where it can be retried in time',
    why: 'Clients decide by the code, and by the status where they do not know it.',
    mend: 'Make all refusals in one place, from the table in docs/protocol.md.',
    async run(room) {
      must(room.traffic.refusals.length === 0, some(room.traffic.refusals));
    },
  },
  {
    id: 'manners.now',
    asserts: 'Every JSON answer carries now, also a refusal',
    why: 'Countdowns run on the server’s clock; phones’ clocks are wrong by hours.',
    mend: 'Add now, ms since 1970, to every answer.',
    async run(room) {
      must(room.traffic.clocks.length === 0, some(room.traffic.clocks));
    },
  },
  {
    id: 'manners.no-store',
    asserts: 'What is of the moment says Cache-Control: no-store',
    why: 'A cache in between would give one viewer’s token to the next.',
    mend: 'Send Cache-Control: no-store with sessions, snapshots, answers and refusals.',
    async run(room) {
      must(room.traffic.stored.length === 0, some(room.traffic.stored));
    },
  },
];

const some = (seen: readonly string[]) =>
  `${seen[0]}${seen.length > 1 ? `, and ${seen.length - 1} more like it` : ''}`;
