import { parseAnswer, type Command } from '../../protocol/index.js';
import { must, show, type Check } from '../check.js';
import type { Person, RoomUnderTest } from '../room-under-test.js';

const intend: Command = { type: 'share.intend', via: 'copy' };

/** Joins again as the same anonymous viewer. */
async function again(room: RoomUnderTest, { session }: Person, body: object = {}) {
  const answer = await room.join(session.resume, body);
  must(answer.status === 200, `joining again was answered ${answer.status}: ${show(answer.text)}`);
  return answer.body as { share?: string; reserved?: boolean };
}

async function ask(person: Person, command: Command): Promise<unknown> {
  const answer = await person.send(command);
  must(answer.status === 200, `${command.type} was answered ${answer.status}: ${show(answer.text)}`);
  return answer.body;
}

/** One who passes the room on, and one who comes by their link. */
const passedOn = (room: RoomUnderTest) =>
  room.once('passed on', async () => {
    const ann = await room.viewer();
    const { share } = parseAnswer('share.intend', await ask(ann, intend));
    const bob = await room.join(undefined, { share: `${share}.c`, group: 'conformance' });
    must(bob.status === 200, `joining by a link was answered ${bob.status}: ${show(bob.text)}`);
    return { ann, share, bob: bob.body as { share?: string } };
  });

/** Who passes a room on, who is reminded, and whose code is whose. */
export const referralChecks: readonly Check[] = [
  {
    id: 'share.same',
    asserts: 'A viewer has one share, says it when they join and when they pass the room on, and keeps it',
    why: 'Whoever comes by a link must lead back to who passed it on, on whichever day.',
    mend: 'Make the share of the room, the viewer and the link they came by, as an HMAC, and answer share.intend with it.',
    async run(room) {
      const { ann, share } = await passedOn(room);
      must(ann.session.share === share, `joining said ${show(ann.session.share)}, passing on ${show(share)}`);
      const later = await again(room, ann);
      must(later.share === share, `joining again said ${show(later.share)} in the place of ${show(share)}`);
    },
  },
  {
    id: 'share.child',
    asserts: 'Whoever comes by a link passes on one of their own',
    why: 'Two who pass on the same link cannot be told apart.',
    mend: 'Give every viewer a share of their own, whoever brought them.',
    async run(room) {
      const { ann, share, bob } = await passedOn(room);
      must(bob.share !== undefined, 'who came by a link has no share');
      const taken = [share, ann.session.share];
      must(!taken.includes(bob.share), `who came by ${show(share)} was given ${show(bob.share)}`);
    },
  },
  {
    id: 'share.bad-link',
    asserts: 'A link that leads to nobody lets everybody in',
    why: 'Links are cut off, mistyped and years old; the viewer has done nothing wrong.',
    mend: 'Pass over what share and group say where you cannot read it.',
    async run(room) {
      for (const share of ['-nobody-here', 'x', '<a>', `${'a'.repeat(12)}.z`, 'v1.e30.e30']) {
        const answer = await room.join(undefined, { share, group: 'a b' });
        must(answer.status === 200, `joining by ${show(share)} was answered ${answer.status}`);
      }
    },
  },
  {
    id: 'reminder.kept',
    asserts:
      'A viewer who wants to be reminded still does when they come back, and no more when they have said so',
    why: 'The button says what was asked for; a page that forgets it asks twice.',
    mend: 'Note it under the viewer, and say reserved with their session.',
    async run(room) {
      const viewer = await room.viewer();
      const set = async (on: boolean) =>
        parseAnswer('reminder.set', await ask(viewer, { type: 'reminder.set', on })).reserved;
      must(await set(true), 'reminder.set was answered reserved: false');
      must((await again(room, viewer)).reserved === true, 'the session does not say reserved');
      must(!(await set(false)), 'taken back, reminder.set was answered reserved: true');
      must(!(await again(room, viewer)).reserved, 'taken back, the session still says reserved');
    },
  },
  {
    id: 'contact.capacity',
    asserts: 'A code is given to no more viewers than it takes, and each keeps theirs',
    why: 'A group that is full refuses whoever scans its code.',
    mend: 'Count viewers for each code where all processes see it, and note who has which.',
    host: true,
    async run(room) {
      const { around = {} } = (await room.snapshot()).state;
      const code = { id: `only-${Date.now().toString(36)}`, picture: '/code.png', capacity: 1 };
      const kind = 'group' as const;
      const contact = { id: 'conformance', kind, title: 'Conformance', codes: [code] };
      await room.order({ type: 'around.set', around: { contacts: [contact], promos: [] } });
      try {
        const people = [await room.viewer(), await room.viewer(), await room.viewer()];
        const open = async (person: Person) =>
          parseAnswer('contact.open', await ask(person, { type: 'contact.open', contactId: contact.id }))
            .codeId;
        const given = await Promise.all(people.map(open));
        const had = given.filter(one => one === code.id).length;
        must(had === 1, `a code for one viewer was given to ${had} of ${people.length}`);
        const later = await Promise.all(people.map(open));
        must(show(later) === show(given), `asked again, ${show(given)} became ${show(later)}`);
      } finally {
        await room.order({ type: 'around.set', around: around as never });
      }
    },
  },
];
