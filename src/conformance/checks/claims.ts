import { parseAnswer, type ClaimAnswer, type Coupon } from '../../protocol/index.js';
import { must, NotTried, show, type Check } from '../check.js';
import type { Person, RoomUnderTest } from '../room-under-test.js';
import type { Answer } from '../traffic.js';
import { demandOneEach, notOpen, rush, type Told } from './rush.js';

/** The largest stock that is claimed empty here. */
const MOST = 100;
/** Who comes too late, at least. */
const TOO_MANY = 12;

type Claim = Told<ClaimAnswer>;

const claimOf = (answer: Answer): ClaimAnswer => {
  must(answer.status === 200, `a claim was answered ${answer.status}: ${show(answer.text)}`);
  return parseAnswer('coupon.claim', answer.body);
};

/** A coupon that anybody may claim and few enough are left of. */
async function couponFor(room: RoomUnderTest): Promise<{ coupon: Coupon; left: number }> {
  const { state, left } = await room.snapshot();
  const fit = state.coupons
    .filter(
      ({ mode, conditions = [], soldOut, state: stands }) =>
        mode !== 'draw' && conditions.length === 0 && !soldOut && stands !== 'open',
    )
    .map(coupon => ({ coupon, left: left[coupon.id] ?? coupon.total }))
    .filter(one => one.left > 0 && one.left <= MOST)
    .sort((a, b) => a.left - b.left);
  const [first] = fit;
  if (first) return first;
  throw new NotTried(`needs a coupon without conditions, not yet opened, with at most ${MOST} left`);
}

/** Everybody at once for one coupon, each twice at the same time and once more later. */
const rushOf = (room: RoomUnderTest) =>
  room.once('rush', async () => {
    const { coupon, left } = await couponFor(room);
    const people: Person[] = [];
    for (let i = 0; i < left + TOO_MANY; i += 1) people.push(await room.viewer());
    const wish = { type: 'coupon.claim', couponId: coupon.id };
    const early = claimOf(await people[0]!.send(wish));
    const feed = await room.feed();
    await feed.snapshot();
    const opened = await room.order({ type: 'coupon.open', couponId: coupon.id });
    const { told: claims, again } = await rush(room, people, wish, claimOf);
    const later: Claim[] = [];
    for (const person of people) later.push(await again(person));
    return { coupon, left, people, early, feed, opened, claims, later };
  });

const won = ({ answer }: Claim) =>
  answer.result === 'won' || answer.result === 'already' ? answer.code : undefined;

/** Claims: the promise that costs the shop money where it is broken. */
export const claimChecks: readonly Check[] = [
  notOpen('claim.not-open', 'A claim', rushOf),
  {
    id: 'claim.no-oversell',
    asserts: 'No more codes are given than there are, and no fewer while somebody asks',
    why: 'Every one too many is money the shop did not mean to give.',
    mend: 'Take from the stock and write the claim in one transaction that refuses to go below zero.',
    host: true,
    async run(room) {
      const { left, claims, later } = await rushOf(room);
      const codes = new Set([...claims, ...later].map(won).filter(code => code !== undefined));
      must(codes.size === left, `${left} were left, and ${codes.size} codes were given`);
    },
  },
  {
    id: 'claim.one-each',
    asserts: 'Nobody gets two codes, and no code goes to two',
    why: 'Two taps on a slow phone would be two coupons.',
    mend: 'Make coupon and viewer the key of a claim.',
    host: true,
    async run(room) {
      const { claims, later } = await rushOf(room);
      demandOneEach([...claims, ...later], won, 'codes');
    },
  },
  {
    id: 'claim.retry',
    asserts: 'The same claim with the same key is answered the same, also to who won',
    why: 'Whoever lost the line while winning would read "sold out".',
    mend: 'Look for this viewer’s claim before you look at the stock.',
    host: true,
    async run(room) {
      const { claims, later } = await rushOf(room);
      for (const claim of later) {
        const code = won(claim);
        const first = claims.filter(one => one.person === claim.person);
        const had = first.map(won).find(one => one !== undefined);
        must(code === had, `${show(claim.text)} after ${show(first[0]?.text)}`);
      }
    },
  },
  {
    id: 'claim.codes',
    asserts: 'A code has at least 64 random bits',
    why: 'What can be guessed is not worth claiming.',
    mend: 'Make codes of 13 or more random letters and digits.',
    host: true,
    async run(room) {
      const { claims } = await rushOf(room);
      const codes = [...new Set(claims.map(won).filter(code => code !== undefined))];
      const letters = codes.map(code => code.replace(/[^A-Za-z0-9]/g, ''));
      const short = letters.find(code => code.length < 11);
      must(short === undefined, `a code of ${short?.length} letters and digits`);
      // Whatever is the same in all of them is no secret.
      const same = [...(letters[0] ?? '')].filter((_, i) => letters.every(one => one[i] === letters[0]?.[i]));
      const random = (letters[0] ?? '').length - (letters.length > 3 ? same.length : 0);
      must(random >= 11, `only ${random} of its letters differ from code to code`);
    },
  },
  {
    id: 'claim.sold-out',
    asserts: 'The last one makes coupon.sold-out, once; left is 0, and who comes later is told sold-out',
    why: 'Everybody would go on tapping.',
    mend: 'Append the event in the transaction of the last claim.',
    host: true,
    async run(room) {
      const { coupon, feed, claims, opened } = await rushOf(room);
      const told = () => feed.controls.filter(({ type }) => type === 'coupon.sold-out');
      await feed.until('no coupon.sold-out came', () => told().length > 0);
      const { events } = await room.log('coupon.sold-out');
      const ours = events.filter(({ data }) => (data as { couponId: string }).couponId === coupon.id);
      must(ours.length === 1, `it is ${ours.length} times in the log`);
      must(opened === null || ours[0]!.seq > opened, 'it comes before the opening');
      const { state, left } = await room.snapshot();
      must(left[coupon.id] === 0, `left is ${left[coupon.id]}`);
      must(state.coupons.find(({ id }) => id === coupon.id)?.soldOut === true, 'soldOut is not true');
      const losers = claims.filter(claim => won(claim) === undefined);
      const other = losers.find(({ answer }) => answer.result !== 'sold-out');
      must(other === undefined, `who came too late is told ${other?.answer.result}`);
    },
  },
  {
    id: 'claim.kept',
    asserts: 'Who comes back finds the claims in the session',
    why: 'After a reload the code would be gone.',
    mend: 'Answer a join with the claims of this viewer.',
    host: true,
    async run(room) {
      const { claims } = await rushOf(room);
      const winner = claims.find(one => won(one) !== undefined);
      must(winner !== undefined, 'nobody won');
      const { resume } = winner.person.session;
      if (resume === undefined) throw new NotTried('needs a resume token');
      const { session } = await room.viewer(undefined, resume);
      must(
        session.claims.some(({ code }) => code === won(winner)),
        `claims: ${show(session.claims)}`,
      );
    },
  },
];
