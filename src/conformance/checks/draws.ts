import { parseAnswer, type ClaimAnswer } from '../../protocol/index.js';
import { must, NotTried, show, type Check } from '../check.js';
import type { Person, RoomUnderTest } from '../room-under-test.js';

/** Who takes part beside as many as can win. */
const LOSERS = 4;
/** The largest draw that is held here. */
const MOST = 40;

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A draw from its opening to its end. */
const drawOf = (room: RoomUnderTest) =>
  room.once('draw', async () => {
    const { state } = await room.snapshot();
    const coupon = state.coupons.find(
      ({ mode, conditions = [], state: stands, total }) =>
        mode === 'draw' && conditions.length === 0 && stands === 'draft' && total <= MOST,
    );
    if (!coupon) throw new NotTried(`needs a coupon to be drawn, not yet opened, for at most ${MOST} to win`);
    const wish = { type: 'coupon.claim', couponId: coupon.id };
    const claim = async (person: Person): Promise<ClaimAnswer> => {
      const answer = await person.send(wish);
      must(answer.status === 200, `a claim was answered ${answer.status}: ${show(answer.text)}`);
      return parseAnswer('coupon.claim', answer.body);
    };
    const people: Person[] = [];
    for (let i = 0; i < coupon.total + LOSERS; i += 1) people.push(await room.viewer());
    const feed = await room.feed();
    await feed.snapshot();
    await room.order({ type: 'coupon.open', couponId: coupon.id });
    const entered = await Promise.all(people.map(claim));
    const opened = (await room.snapshot()).state.coupons.find(({ id }) => id === coupon.id);
    await room.order({ type: 'coupon.stop', couponId: coupon.id });
    await feed.until('no coupon.drawn came', () => feed.controls.some(({ type }) => type === 'coupon.drawn'));
    const drawn = (await room.snapshot()).state.coupons.find(({ id }) => id === coupon.id)?.drawn;
    must(drawn !== undefined, 'the state of the coupon does not say how it was drawn');
    const results = await Promise.all(people.map(claim));
    return { coupon, people, entered, commit: opened?.commit, drawn, results };
  });

/** Draws that anybody can reckon again. */
export const drawChecks: readonly Check[] = [
  {
    id: 'draw.commit',
    asserts: 'The seed of a draw is the one whose SHA-256 was told when it opened',
    why: 'Otherwise whoever holds the draw could try seeds until a friend wins.',
    mend: 'Fix the seed before the opening, tell its SHA-256 as commit with coupon.open, and the seed with coupon.drawn.',
    host: true,
    async run(room) {
      const { commit, drawn } = await drawOf(room);
      must(commit !== undefined, 'coupon.open told no commit');
      must(
        (await sha256(drawn.seed)) === commit,
        `the SHA-256 of ${show(drawn.seed)} is not ${show(commit)}`,
      );
    },
  },
  {
    id: 'draw.outcome',
    asserts:
      'Everybody who asked takes part, and those win whose lot is not above the cutoff: as many as there are',
    why: 'A result that nobody can reckon again is no draw.',
    mend: 'Sort the SHA-256 of seed:viewer and give the first ones their codes.',
    host: true,
    async run(room) {
      const { coupon, people, entered, drawn, results } = await drawOf(room);
      const other = entered.find(({ result }) => result !== 'entered');
      must(other === undefined, `who asks while it is open is told ${other?.result}`);
      must(drawn.entries === people.length, `${people.length} took part, and entries is ${drawn.entries}`);
      let winners = 0;
      for (const [i, { session }] of people.entries()) {
        const lot = await sha256(`${drawn.seed}:${session.viewer.id}`);
        const wins = drawn.cutoff !== '' && lot <= drawn.cutoff;
        if (wins) winners += 1;
        const told = results[i]!.result;
        must(
          told === (wins ? 'already' : 'sold-out'),
          `by its lot ${wins ? 'won' : 'lost'}, and told ${told}`,
        );
      }
      must(winners === coupon.total, `${winners} won of ${coupon.total}`);
    },
  },
];
