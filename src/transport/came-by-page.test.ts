import assert from 'node:assert/strict';
import test from 'node:test';
import { CameByPage } from './came-by-page.js';
import { SessionKeeper } from './session-keeper.js';

const saying = (mode: string | null) => new CameByPage({ getAttribute: () => mode });

/** A page at `href`, come about by `type` from `landing`. */
function onPage(href: string, run: () => void, type = 'navigate', landing = href): void {
  const entries = performance.getEntriesByType;
  Object.assign(globalThis, { location: { href } });
  performance.getEntriesByType = () => [{ name: landing, type }] as never;
  try {
    run();
  } finally {
    performance.getEntriesByType = entries;
    delete (globalThis as { location?: unknown }).location;
  }
}

const LINK = 'https://shop.example/live?qs=aaaaaaaaaaaa.c&g=g1';

test('says by whose link the page was opened, once for each viewer', () =>
  onPage(LINK, () => {
    const page = new CameByPage();
    const said = { share: 'aaaaaaaaaaaa.c', group: 'g1' };
    assert.deepEqual(page.said(), said);
    // Asked again where nobody has heard it.
    assert.deepEqual(page.said(), said);
    page.heard();
    assert.deepEqual(page.said(), {});
    page.somebodyElse();
    assert.deepEqual(page.said(), { ...said, met: true });
  }));

test('a page that was opened anew is no opening of the link', () => {
  for (const type of ['reload', 'back_forward'])
    onPage(LINK, () => assert.equal(new CameByPage().said().again, true), type);
  onPage('https://shop.example/live', () => assert.deepEqual(new CameByPage().said(), {}), 'reload');
});

test('the address that the page was opened with is remembered where a script has changed it since', () =>
  onPage(
    'https://shop.example/live',
    () => assert.equal(new CameByPage().said().share, 'aaaaaaaaaaaa.c'),
    'navigate',
    LINK,
  ));

test('says no more than the page allows', () =>
  onPage(LINK, () => {
    assert.deepEqual(saying('off').said(), {});
    assert.equal(saying('OFF').allowed, false);
    assert.equal(saying(null).said().attribution, undefined);
    for (const careful of ['anonymous', 'nonsense', '']) {
      const page = saying(careful);
      assert.deepEqual(page.said(), { attribution: 'anonymous', share: 'aaaaaaaaaaaa.c', group: 'g1' });
      page.heard();
      assert.deepEqual(page.said(), { attribution: 'anonymous' });
    }
  }));

test('where there is no page, or it says nothing, nobody says anything', () => {
  assert.deepEqual(new CameByPage().said(), {});
});

/** What a room is told when `mode` holds: three joins, the last one as somebody else. */
async function joins(mode: string | null) {
  const told: unknown[] = [];
  const now = Date.now();
  const viewer = { id: 'g-1', role: 'viewer' };
  const session = { token: 't', expiresAt: now + 60_000, viewer, claims: [], share: 'bbbbbbbbbbbb', now };
  const http = {
    json: (_path: string, { body }: { body: unknown }) => {
      told.push(body);
      return Promise.resolve({ body: { ...session }, sentAt: now, receivedAt: now, replayed: false });
    },
  };
  const keeper = new SessionKeeper({
    http: http as never,
    memory: { forget() {} } as never,
    cameBy: saying(mode),
    sample: () => {},
    renewed: () => {},
  });
  Object.assign(globalThis, { location: { href: LINK } });
  try {
    const { share } = await keeper.join();
    await keeper.join();
    keeper.sign('another');
    await keeper.join();
    return { share, told };
  } finally {
    delete (globalThis as { location?: unknown }).location;
  }
}

test('a session says it when it begins, and not when it is renewed', async () => {
  const said = { share: 'aaaaaaaaaaaa.c', group: 'g1' };
  assert.deepEqual(await joins(null), { share: 'bbbbbbbbbbbb', told: [said, {}, { ...said, met: true }] });
});

test('where it is off, nothing is told, and the session has no share', async () => {
  assert.deepEqual(await joins('off'), { share: undefined, told: [{}, {}, {}] });
});
