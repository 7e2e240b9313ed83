import { must, type Check } from '../check.js';
import type { Person, RoomUnderTest } from '../room-under-test.js';
import type { Answer } from '../traffic.js';

/** What somebody was told, as it was read and as it was written. */
export interface Told<A> {
  person: Person;
  answer: A;
  text: string;
}

/** Everybody asks for the same at once, each twice at the same time. `again` asks with somebody's first key once more. */
export async function rush<A>(
  room: RoomUnderTest,
  people: readonly Person[],
  wish: object,
  read: (answer: Answer) => A,
): Promise<{ told: Told<A>[]; again(person: Person): Promise<Told<A>> }> {
  const keys = new Map(people.map(person => [person, room.newKey()]));
  const ask = async (person: Person, key: string): Promise<Told<A>> => {
    const got = await person.send(wish, key);
    return { person, answer: read(got), text: got.text };
  };
  const told = await Promise.all(
    people.flatMap(person => [ask(person, keys.get(person)!), ask(person, room.newKey())]),
  );
  return { told, again: person => ask(person, keys.get(person)!) };
}

/** `of` tells what somebody was answered before the opening. */
export const notOpen = (
  id: string,
  what: string,
  of: (room: RoomUnderTest) => Promise<{ early: { result: string } }>,
): Check => ({
  id,
  asserts: `${what} before the opening is answered not-open, with status 200`,
  why: 'An outcome is no error: a client does not retry it.',
  mend: 'Answer {"result":"not-open","opensAt":null}.',
  host: true,
  async run(room) {
    const { early } = await of(room);
    must(early.result === 'not-open', `result ${early.result}`);
  },
});

/** Demands that nobody has two, and that none is of two. */
export function demandOneEach<T extends { person: Person }>(
  told: Iterable<T>,
  idOf: (one: T) => string | undefined,
  two: string,
): void {
  const ofPerson = new Map<Person, string>();
  const ofId = new Map<string, Person>();
  for (const one of told) {
    const id = idOf(one);
    if (id === undefined) continue;
    const { person } = one;
    must((ofPerson.get(person) ?? id) === id, `${person.session.viewer.id} has two ${two}`);
    must((ofId.get(id) ?? person) === person, `${id} went to two viewers`);
    ofPerson.set(person, id);
    ofId.set(id, person);
  }
}
