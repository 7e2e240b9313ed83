import assert from 'node:assert/strict';
import test from 'node:test';
import { CameByPage } from './came-by-page.js';

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
    assert.deepEqual(page.said(), said);
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
