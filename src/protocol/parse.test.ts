import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { eventOf, someDeed, someRoom, someShow } from '../../test/fixtures/arbitrary-room.js';
import { codes } from './codes.js';
import {
  formatPosition,
  parse,
  parseCommand,
  parseError,
  parseHello,
  parsePosition,
  parseSnapshot,
  parseTick,
} from './parse.js';
import { parseControl } from './parse-control.js';
import { parseAnswer, parseSession } from './parse-answer.js';
import { QunError } from './qun-error.js';
import { showSchema } from './show.js';

const parsers = {
  parseAnswer: (value: unknown) => parseAnswer('coupon.claim', value),
  parseCommand,
  parseControl,
  parseHello,
  parseSession,
  parseSnapshot,
  parseTick,
  parseShow: (value: unknown) => parse(showSchema, value),
};

/** Fails on anything but a value or a QunError. */
function survives(parser: (value: unknown) => unknown, value: unknown): void {
  try {
    parser(value);
  } catch (error) {
    assert.ok(error instanceof QunError, `${String(error)} is no QunError`);
    assert.ok(error.code in codes);
  }
}

const snapshot = someRoom.map(state => ({
  v: 1,
  room: 'spring',
  epoch: 'e1',
  seq: 3,
  at: 1,
  state: { ...state, title: 'Spring', host: { name: 'Qing' } },
  comments: [{ id: 'c1', from: { id: 'lin', role: 'viewer', guest: 12 }, text: 'hi', at: 1 }],
  online: 2,
  left: { c1: 4 },
}));
const control = fc.tuple(someDeed, fc.nat()).map(([deed, seq]) => eventOf(deed, 'e1', seq + 1));
const tick = fc.record({
  v: fc.constant(1),
  epoch: fc.constant('e1'),
  seq: fc.nat(),
  at: fc.nat(),
  online: fc.nat(),
});
const hello = fc.record({
  v: fc.constant(1),
  room: fc.constant('spring'),
  epoch: fc.constant('e1'),
  seq: fc.nat(),
  at: fc.nat(),
  outcome: fc.constantFrom('recovered', 'snapshot'),
});
const session = fc.record({
  token: fc.string(),
  expiresAt: fc.nat(),
  viewer: fc.constant({ id: 'me', role: 'viewer' }),
  claims: fc.constant([{ couponId: 'c1', code: 'X', at: 1 }]),
  now: fc.nat(),
});
const command = fc.constantFrom(
  { type: 'comment.send', text: 'hi' },
  { type: 'coupon.claim', couponId: 'c1' },
  { type: 'coupon.open', couponId: 'c1' },
  { type: 'notice.set', notice: { en: 'Hi' } },
);
const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;
const good = fc.oneof(snapshot, control, tick, hello, session, command, someShow).map(plain);

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    -1,
    1.5,
    Infinity,
    2 ** 53,
    '',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    '\u0000',
    'x'.repeat(3000),
    [],
    {},
    '__proto__',
    'constructor',
  ),
);

/** A good message with one thing in it exchanged, taken away or added. */
const spoiled = fc
  .tuple(good, fc.nat(), strange, fc.constantFrom('set', 'remove', 'add'))
  .map(([message, at, odd, how]) => {
    const places: [Record<string, unknown>, string][] = [];
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        places.push([value as Record<string, unknown>, key]);
        walk((value as Record<string, unknown>)[key]);
      }
    };
    walk(message);
    const place = places[at % Math.max(1, places.length)];
    if (!place) return message;
    const [holder, key] = place;
    if (how === 'set') holder[key] = odd;
    else if (how === 'remove') delete holder[key];
    else Object.defineProperty(holder, '__proto__', { value: odd, enumerable: true, configurable: true });
    return message;
  });

describe('parsing', () => {
  test('anything at all is a message or a QunError', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.jsonValue(), spoiled, good),
        fc.constantFrom(...Object.values(parsers)),
        (value, parser) => survives(parser, value),
      ),
      { numRuns: 2000 },
    );
  });

  test('what was spoiled never touches the prototype of anything', () => {
    fc.assert(
      fc.property(spoiled, value => {
        for (const parser of Object.values(parsers)) survives(parser, JSON.parse(JSON.stringify(value)));
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
        assert.deepEqual(Object.keys(Object.prototype), []);
      }),
    );
  });

  test('a message that is parsed again is the same: what the server has parsed, the page will', () => {
    fc.assert(
      fc.property(snapshot.map(plain), value =>
        assert.deepEqual(parseSnapshot(parseSnapshot(value)), parseSnapshot(value)),
      ),
    );
    fc.assert(
      fc.property(control, event =>
        assert.deepEqual(parseControl(plain(event)), parseControl(plain(parseControl(event)))),
      ),
    );
    fc.assert(fc.property(tick, value => assert.deepEqual(parseTick(parseTick(value)), parseTick(value))));
  });

  test('the log travels whole: every event that can be folded can be parsed', () => {
    fc.assert(
      fc.property(control, event => assert.deepEqual(parseControl(plain(event)).data, plain(event).data)),
    );
  });

  test('a fault is named by its path, as a person would write it', () => {
    const show = {
      room: 'spring',
      title: 'T',
      host: { name: 'Q' },
      products: [
        {
          id: 'p1',
          title: 'Tea',
          pictures: [],
          stock: 1,
          price: { kind: 'fixed', amount: { minor: 1.5, currency: 'CNY' } },
        },
      ],
    };
    assert.throws(
      () => parse(showSchema, show),
      (error: QunError) => {
        assert.equal(error.code, 'malformed');
        assert.equal(error.path, 'products[0].price.amount.minor');
        return true;
      },
    );
  });

  test('an event of a newer server is skipped, not refused; a command is refused, not skipped', () => {
    const event = { v: 1, room: 'spring', epoch: 'e1', seq: 4, at: 1, type: 'wheel.spin', data: { any: 1 } };
    assert.deepEqual(parseControl(event), { ...event, skipped: true });
    for (const type of ['wheel.spin', 'constructor', '__proto__', 'toString']) {
      assert.throws(() => parseCommand({ type }), { code: 'unknown-command' });
      assert.equal((parseControl({ ...event, type }) as { skipped?: boolean }).skipped, true);
    }
    assert.throws(() => parseCommand({}), { code: 'malformed', path: 'type' });
    assert.throws(() => parseCommand(null), { code: 'malformed' });
  });

  test('links that are no links never pass', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'javascript:alert(1)',
          'JAVASCRIPT:alert(1)',
          ' javascript:x',
          'java\tscript:x',
          'data:text/html,x',
          'vbscript:x',
          'blob:x',
          'file:///x',
        ),
        url => {
          const stream = {
            v: 1,
            room: 'r',
            epoch: 'e',
            seq: 1,
            at: 1,
            type: 'room.stream',
            data: { stream: { src: url } },
          };
          assert.throws(() => parseControl(stream), { code: 'malformed' });
        },
      ),
    );
  });
});

describe('refusals', () => {
  test('keep their code and when to try again', () => {
    const body = { error: { code: 'room-full', number: 3002, message: 'full', retryAfterMs: 4000 } };
    const error = parseError(body, 503);
    assert.deepEqual(
      [error.code, error.retryAfterMs, error.temporary, error.message],
      ['room-full', 4000, true, 'full'],
    );
  });

  test('of other servers fall back by their status', () => {
    const codesOf = [429, 500, 502, 404, 400, 418].map(status => parseError('<html>', status).code);
    assert.deepEqual(codesOf, [
      'rate-limited',
      'internal',
      'internal',
      'not-found',
      'malformed',
      'malformed',
    ]);
    const newer = { error: { code: 'wheel-broken', number: 9001, message: 'm' } };
    assert.equal(parseError(newer, 429).code, 'rate-limited');
    assert.equal(
      parseError({ error: { code: 'constructor', number: 1, message: 'm' } }, 400).code,
      'malformed',
    );
  });

  test('anything at all is a QunError', () => {
    fc.assert(
      fc.property(fc.anything(), fc.integer(), (body, status) =>
        assert.ok(parseError(body, status) instanceof QunError),
      ),
    );
  });
});

describe('positions', () => {
  test('come back as they went', () => {
    const position = fc.record({ epoch: fc.stringMatching(/^[\w.-]{1,64}$/), seq: fc.nat() });
    fc.assert(fc.property(position, one => assert.deepEqual(parsePosition(formatPosition(one)), { ...one })));
  });

  test('that are none are undefined', () => {
    for (const text of [
      '',
      'e1',
      'e1:',
      ':3',
      'e1:x',
      'e1:-1',
      'e 1:3',
      'e1:3:4',
      'e1:9999999999999999',
      null,
      undefined,
    ]) {
      assert.equal(parsePosition(text), undefined);
    }
  });
});
