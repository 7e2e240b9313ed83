import { parseAnswer, type ReserveAnswer, type Sale } from '../../protocol/index.js';
import { must, NotTried, show, type Check } from '../check.js';
import type { Person, RoomUnderTest } from '../room-under-test.js';
import type { Answer } from '../traffic.js';
import { demandOneEach, notOpen, rush, type Told } from './rush.js';

/** The most pieces that are reserved here. */
const MOST = 40;
/** Who comes too late, at least. */
const TOO_MANY = 6;

type Wish = Told<ReserveAnswer>;

const answerOf = (answer: Answer): ReserveAnswer => {
  must(answer.status === 200, `a wish for pieces was answered ${answer.status}: ${show(answer.text)}`);
  return parseAnswer('sale.reserve', answer.body);
};

const kept = ({ answer }: Wish) =>
  answer.result === 'held' || answer.result === 'already' ? answer.reservation : undefined;

/** A flash sale of which anybody may have some, and of which few enough are left. */
async function saleFor(room: RoomUnderTest): Promise<{ sale: Sale; left: number }> {
  const { state, sales = {} } = await room.snapshot();
  const simple = ({ productId, variantId }: Sale) => {
    const product = state.products.find(({ id }) => id === productId);
    return product !== undefined && (variantId !== undefined || (product.variants ?? []).length === 0);
  };
  const found = state.sales
    .filter(sale => (sale.conditions ?? []).length === 0 && !sale.soldOut && sale.state !== 'open')
    .filter(simple)
    .map(sale => ({ sale, left: sales[sale.id]?.left ?? sale.total }))
    .find(({ sale, left }) => left > 0 && left <= MOST && left === sale.total);
  if (found) return found;
  throw new NotTried(
    `needs a flash sale without conditions or a choice, not yet opened, with at most ${MOST} pieces`,
  );
}

/** Everybody at once for one sale, each twice at the same time and once more later. */
const rushOf = (room: RoomUnderTest) =>
  room.once('sale rush', async () => {
    const { sale, left } = await saleFor(room);
    const people: Person[] = [];
    for (let i = 0; i < left + TOO_MANY; i += 1) people.push(await room.viewer());
    const wish = { type: 'sale.reserve', saleId: sale.id };
    const early = answerOf(await people[0]!.send(wish));
    await room.order({ type: 'sale.open', saleId: sale.id });
    const { told: wishes, again } = await rush(room, people, wish, answerOf);
    const later: Wish[] = [];
    for (const [i, person] of people.entries()) if (kept(wishes[2 * i]!)) later.push(await again(person));
    const { sales = {} } = await room.snapshot();
    return { sale, left, people, early, wishes, later, figures: sales[sale.id] };
  });

/** Somebody stands in line, somebody gives back, somebody else comes anew. */
const lineOf = (room: RoomUnderTest) =>
  room.once('sale line', async () => {
    const { sale, people, wishes } = await rushOf(room);
    const holder = wishes.find(kept)?.person;
    const loser = people.find(person => !wishes.some(one => one.person === person && kept(one)));
    must(holder !== undefined && loser !== undefined, 'nobody has something, or nobody went without');
    const send = async (person: Person, type: string) =>
      answerOf(await person.send({ type, saleId: sale.id }));
    const waiting = await send(loser, 'sale.wait');
    const back = await holder.send({ type: 'sale.release', saleId: sale.id });
    must(back.status === 200, `giving back was answered ${back.status}: ${show(back.text)}`);
    const newcomer = await send(await room.viewer(), 'sale.reserve');
    const turn = await send(loser, 'sale.reserve');
    return { waiting, newcomer, turn, released: parseAnswer('sale.release', back.body).released };
  });

/** Flash sales: one piece sold twice is a customer sent away. */
export const saleChecks: readonly Check[] = [
  notOpen('sale.not-open', 'A wish', rushOf),
  {
    id: 'sale.no-oversell',
    asserts: 'No more pieces are kept than there are, and no fewer while somebody asks',
    why: 'A piece that is promised to two is a customer sent away.',
    mend: 'Take from what is left and write the reservation in one transaction that refuses to go below zero.',
    host: true,
    async run(room) {
      const { left, wishes } = await rushOf(room);
      const ids = new Set(wishes.map(kept).flatMap(one => (one ? [one.id] : [])));
      must(ids.size === left, `${left} were left, and ${ids.size} were kept`);
    },
  },
  {
    id: 'sale.one-each',
    asserts: 'Who has something kept keeps it, whatever they ask, and nobody else has the same',
    why: 'Two taps on a slow phone would take two pieces from the shelf.',
    mend: 'Look for what this viewer has, not ordered yet, before you look at what is left.',
    host: true,
    async run(room) {
      const { wishes } = await rushOf(room);
      demandOneEach(wishes, wish => kept(wish)?.id, 'reservations');
    },
  },
  {
    id: 'sale.retry',
    asserts: 'The same wish with the same key is answered the same, byte for byte',
    why: 'Whoever lost the line while it was kept for them would read that it is taken.',
    mend: 'Keep the answer with the reservation, in one transaction.',
    host: true,
    async run(room) {
      const { people, wishes, later } = await rushOf(room);
      must(later.length > 0, 'nothing was kept for anybody');
      for (const { person, text } of later) {
        const first = wishes[2 * people.indexOf(person)]!.text;
        must(text === first, `${show(text)} after ${show(first)}`);
      }
    },
  },
  {
    id: 'sale.figures',
    asserts: 'A snapshot says how a sale stands, and total = left + held + sold',
    why: 'The bar under the price would tell a story.',
    mend: 'Count left, held and sold in the transaction that moves a piece.',
    host: true,
    async run(room) {
      const { sale, figures } = await rushOf(room);
      must(figures !== undefined, 'the snapshot does not name it in sales');
      const { left, held, sold } = figures;
      must(left + held + sold === sale.total, `${left} + ${held} + ${sold} of ${sale.total}`);
      must(left === 0, `${left} are left`);
    },
  },
  {
    id: 'sale.line',
    asserts: 'What is given back is kept for who stands in line, and not for who comes anew',
    why: 'Waiting would be for the stupid.',
    mend: 'Keep what becomes free for the first in line, in the transaction that frees it.',
    host: true,
    async run(room) {
      const { waiting, newcomer, turn, released } = await lineOf(room);
      must(waiting.result === 'waiting', `who stands in line is told ${waiting.result}`);
      must(released === 1, `released ${released}`);
      must(newcomer.result === 'taken', `who comes anew is told ${newcomer.result}`);
      must(turn.result === 'already', `whose turn it is is told ${turn.result}`);
    },
  },
  {
    id: 'sale.kept',
    asserts: 'Who comes back finds what is kept for them in the session',
    why: 'After a reload the way to the till would be gone.',
    mend: 'Answer a join with the reservations of this viewer.',
    host: true,
    async run(room) {
      const { wishes } = await rushOf(room);
      await lineOf(room);
      // The first has given theirs back.
      const holder = wishes.filter(kept).at(-1);
      must(holder !== undefined, 'nothing was kept for anybody');
      const { resume } = holder.person.session;
      if (resume === undefined) throw new NotTried('needs a resume token');
      const { session } = await room.viewer(undefined, resume);
      const { reservations = [] } = session;
      must(
        reservations.some(({ id }) => id === kept(holder)?.id),
        `reservations: ${show(reservations)}`,
      );
    },
  },
];
