import type { Asked, Given, Lie } from './liar.js';

type Body = Record<string, unknown> & { state: Record<string, unknown>; viewer: Record<string, unknown> };

const is = (asked: Asked, what: string) => asked.path.split('?')[0]!.endsWith(`/${what}`);

/** Changes the JSON of the answers to `what`; those of refusals are left alone. */
const json = (what: string, change: (body: Body, given: Given) => void): Lie => ({
  given(given, asked) {
    if (!is(asked, what) || given.status >= 400 || given.text === '') return;
    const body = JSON.parse(given.text) as Body;
    change(body, given);
    given.text = JSON.stringify(body);
  },
});

/** Changes the data of one kind of event. */
const data = (event: string, change: (body: Body) => void): Lie => ({
  frame: text =>
    text.includes(`event: ${event}\n`)
      ? text.replace(/^data: (.*)$/m, (_, line: string) => {
          const body = JSON.parse(line) as Body;
          change(body);
          return `data: ${JSON.stringify(body)}`;
        })
      : text,
});

const frames = (frame: NonNullable<Lie['frame']>): Lie => ({ frame });
const without = (part: string): Lie => frames(text => (text.includes(part) ? undefined : text));
const seqOf = (text: string) => Number(/^id: .*:(\d+)$/m.exec(text)?.[1] ?? 0);
const sometimes = frames(text =>
  text.includes('event: control') && seqOf(text) % 3 === 0 ? undefined : text,
);

const asks = (change: (asked: Asked) => void): Lie => ({ asked: change });
const unbearing = (what: string, only = '') =>
  asks(asked => {
    if (is(asked, what) && (asked.headers.authorization ?? '').includes(only))
      delete asked.headers.authorization;
  });
const unasked = (name: string) =>
  asks(asked => {
    const url = new URL(asked.path, 'http://x');
    url.searchParams.delete(name);
    asked.path = url.pathname + url.search;
  });
const unheaded = (name: string) => asks(asked => void delete asked.headers[name]);
const rekeyed = (key: (asked: Asked) => string) =>
  asks(asked => {
    if (asked.headers['idempotency-key']) asked.headers['idempotency-key'] += key(asked);
  });
let keys = 0;
const forgetful = rekeyed(() => `-${(keys += 1)}`);

/** Remembers the first answer to a key, whoever it was for. */
const indiscreet = (): Lie => {
  const given = new Map<string, { status: number; text: string }>();
  return {
    given(answer, { headers }) {
      const key = headers['idempotency-key'];
      if (key === undefined) return;
      const first = given.get(key);
      if (first) Object.assign(answer, first);
      else given.set(key, { status: answer.status, text: answer.text });
    },
  };
};

const headers = (what: string, change: (headers: Headers) => void): Lie => ({
  given: (given, asked) => (is(asked, what) ? change(given.headers) : undefined),
});

/** Whatever was refused is done, or said to be. */
const yes: Lie = {
  given(given) {
    if (given.status < 400) return;
    given.status = 200;
    given.text = '{"seq":null,"now":1}';
  },
};
type Change = (body: Record<string, unknown>, given: Given, asked: Asked) => void;
const answers = (command: string, change: Change): Lie => ({
  given(given, asked) {
    if (!asked.body.includes(command) || given.status !== 200) return;
    const body = JSON.parse(given.text) as Record<string, unknown>;
    change(body, given, asked);
    given.text = JSON.stringify(body);
  },
});
const claims = (change: Change) => answers('coupon.claim', change);
const pieces = (change: Change) => answers('sale.', change);
const random = () => `${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;

const talkative = (): Lie => {
  let token = '';
  return {
    given(given, asked) {
      if (is(asked, 'session')) token = (JSON.parse(given.text) as { token: string }).token;
      if (is(asked, 'snapshot')) given.text = given.text.replace('{', `{"debug":"${token}",`);
    },
  };
};

const segments = (change: (body: Body) => void): Lie => ({
  given(given, { path }) {
    if (!/segments\/[^/]+\/\d+\.json/.test(path) || given.status !== 200) return;
    const body = JSON.parse(given.text) as Body;
    change(body);
    given.text = JSON.stringify(body);
  },
});
const aging = (): Lie => {
  let times = 0;
  return segments(body => (body.more = times++));
};
const forgetfulOfClaims = (): Lie => {
  const seen = new Set<string>();
  return claims((body, given, { headers: { 'idempotency-key': key = '' } }) => {
    if (seen.has(key)) {
      for (const name of ['code', 'couponId', 'at']) delete body[name];
      body.result = 'sold-out';
    }
    seen.add(key);
    void given;
  });
};

const forgetfulOfPieces = (): Lie => {
  const seen = new Set<string>();
  return pieces((body, _given, { headers: { 'idempotency-key': key = '' } }) => {
    if (seen.has(key)) body.now = 1;
    seen.add(key);
  });
};
/** Changes each of a list in the state of a snapshot. */
const eachOf = (list: string, change: (one: Record<string, unknown>) => void): Lie =>
  json('snapshot', ({ state }) => (state[list] as Record<string, unknown>[]).forEach(change));

const refusals = [
  ...['room-not-found', 'not-found', 'token-missing', 'token-bad', 'key-missing', 'key-form', 'no-form'],
  ...['broken-json', 'unknown-command', 'path', 'too-large', 'not-allowed', 'coupon-unknown'],
  ...['comment-empty', 'comment-too-long'],
].map((id): [string, Lie] => [`refusal.${id}`, yes]);

/** For each check a way to be wrong that it has to see. */
export const lies: readonly (readonly [check: string, lie: Lie])[] = [
  ['snapshot.answers', headers('snapshot', all => all.set('content-type', 'text/html'))],
  ['snapshot.schema', json('snapshot', body => (body.online = 'many'))],
  ['snapshot.room', json('snapshot', body => (body.room = 'another'))],
  ['snapshot.online', json('snapshot', body => (body.online = 1))],
  ['feed.head', { head: all => all.set('cache-control', 'no-cache') }],
  ['feed.hello', frames(text => (text.includes('event: hello') ? `id: e:1\n${text}` : text))],
  ['feed.first', data('hello', body => (body.reason = 'gap'))],
  ['feed.snapshot', data('snapshot', body => (body.state.title = 'another'))],
  ['feed.retry', frames(text => text.replace(/^retry: \d+/, 'retry: 3000'))],
  [
    'feed.event-arrives',
    frames(text =>
      text.includes('event: control') ? new Promise(later => setTimeout(later, 1700)).then(() => text) : text,
    ),
  ],
  ['feed.fold', json('snapshot', body => (body.state.notice = 'another'))],
  ['session.schema', json('session', body => delete (body as Partial<Body>).viewer)],
  ['session.pseudonyms', json('session', body => (body.viewer.id = 'g-same'))],
  ['session.expires', json('session', body => (body.expiresAt = Number(body.expiresAt) + 86_400_000))],
  ['session.resume', json('session', body => (body.viewer.id = `g-${random()}`))],
  ['session.name', json('session', body => delete body.viewer.name)],
  ['session.long-name', asks(asked => (asked.body = asked.body.replace(/n{9,}/, 'n')))],
  ['session.bad-token', unbearing('session')],
  ['session.no-second-use', unbearing('session', 'qs1.')],
  ['session.host', unbearing('session')],
  ['session.secret', talkative()],
  ['cors.preflight', headers('commands', all => all.delete('access-control-allow-headers'))],
  ['cors.exposed', headers('session', all => all.delete('access-control-expose-headers'))],
  ['cors.feed', { head: all => all.delete('access-control-allow-origin') }],
  ['cors.refused', headers('snapshot', all => all.delete('access-control-allow-origin'))],
  ...refusals,
  ['repeat.same', forgetful],
  ['repeat.at-once', forgetful],
  ['repeat.form', rekeyed(({ body }) => `-${body.length}`)],
  ['repeat.other-body', rekeyed(({ body }) => `-${Buffer.from(body).toString('hex').slice(0, 120)}`)],
  ['repeat.other-viewer', indiscreet()],
  ['repeat.refusal', indiscreet()],
  ['comment.markup', json('commands', body => void escape(body))],
  ['comment.clean', json('commands', body => said(body, text => `${text}\u202e`))],
  [
    'comment.length',
    {
      given(given, { body }) {
        if (body.includes('🍵')) given.status = 400;
      },
    },
  ],
  ['comment.count', json('snapshot', body => (body.commentCount = 0))],
  ['comment.hide', json('snapshot', body => (body.state.redacted = []))],
  ['log.contiguous', sometimes],
  ['log.id', frames(text => text.replace(/^id: [^:]*:(\d+)(\nevent: control)/, 'id: another:$1$2'))],
  ['log.answer', json('commands', body => (body.seq = Number(body.seq) - 1))],
  ['log.clock', json('history', body => each(body, event => (event.at = 1e12 - Number(event.seq))))],
  ['log.media-time', json('history', body => each(body, event => delete event.mediaAt))],
  ['log.nothing-changed', json('commands', body => (body.seq ??= 7))],
  ['log.read-own-write', json('snapshot', body => (body.seq = 1))],
  ['log.race', sometimes],
  ['log.unknown-product', yes],
  ['log.pins-full', yes],
  ['resume.nothing-missed', unasked('since')],
  ['resume.missed', sometimes],
  ['resume.header', unheaded('last-event-id')],
  ['resume.header-alone', unheaded('last-event-id')],
  ['resume.epoch', data('hello', body => (body.reason = 'gap'))],
  ['resume.ahead', unasked('since')],
  ['resume.garbage', data('hello', body => (body.reason = 'epoch'))],
  ['resume.far-behind', frames(text => (seqOf(text) === 1 ? undefined : text))],
  ['history.whole', json('history', body => (body.events = (body.events as unknown[]).slice(1)))],
  ['history.pages', unasked('limit')],
  ['history.types', unasked('types')],
  ['history.kept', headers('history', all => all.set('cache-control', 'no-store'))],
  ['history.bad-query', asks(asked => (asked.path = asked.path.split('?')[0]!))],
  ['shelf.number', eachOf('products', one => (one.number = 1))],
  ['shelf.change', eachOf('products', one => delete one.variants)],
  ['share.same', json('session', body => (body.share = random().replace(/-/g, '').slice(0, 12)))],
  ['share.child', json('session', body => (body.share = 'aaaaaaaaaaaa'))],
  [
    'share.bad-link',
    {
      given(given, asked) {
        if (is(asked, 'session') && asked.body.includes('"share"')) given.status = 400;
      },
    },
  ],
  ['reminder.kept', json('session', body => delete body.reserved)],
  ['contact.capacity', json('commands', body => void ('codeId' in body && (body.codeId = 'only')))],
  ['claim.not-open', claims((body, given) => void (body.result === 'not-open' && (given.status = 409)))],
  [
    'claim.no-oversell',
    claims(body => {
      if (body.result === 'sold-out') Object.assign(body, won(random()));
    }),
  ],
  ['claim.one-each', claims(body => void (body.code && (body.code = random())))],
  ['claim.retry', forgetfulOfClaims()],
  ['claim.codes', claims(body => void (body.code && (body.code = `TEA-${String(body.code).slice(-4)}`)))],
  ['claim.sold-out', without('coupon.sold-out')],
  ['claim.kept', json('session', body => (body.claims = []))],
  ['draw.commit', eachOf('coupons', one => (one.commit = 'c0ffee'))],
  [
    'draw.outcome',
    claims(body => {
      if (body.result === 'sold-out') Object.assign(body, { ...won(random()), result: 'already' });
    }),
  ],
  ['sale.not-open', pieces((body, given) => void (body.result === 'not-open' && (given.status = 409)))],
  [
    'sale.no-oversell',
    pieces(body => {
      if (body.result === 'taken') Object.assign(body, { result: 'held', reservation: reserved(random()) });
    }),
  ],
  [
    'sale.one-each',
    pieces(body => {
      if (body.reservation) body.reservation = reserved(random());
    }),
  ],
  ['sale.retry', forgetfulOfPieces()],
  [
    'sale.figures',
    json('snapshot', body => ((body.sales as { flash: Record<string, number> }).flash.held! += 1)),
  ],
  [
    'sale.line',
    pieces(body => {
      if (body.result === 'taken') Object.assign(body, { result: 'held', reservation: reserved(random()) });
    }),
  ],
  ['sale.kept', json('session', body => (body.reservations = []))],
  ['segment.head', headers('head.json', all => all.set('cache-control', 'no-store'))],
  ['segment.number', segments(body => (body.from = Number(body.from) + 1))],
  ['segment.immutable', aging()],
  [
    'segment.early',
    {
      given: given => void (given.status === 404 && given.headers.set('cache-control', 'public, max-age=10')),
    },
  ],
  ['segment.chain', segments(body => (body.seq = Number(body.seq) + 1))],
  [
    'segment.snapshot',
    { given: given => void (given.text = given.text.replace('"phase":"warmup"', '"phase":"live"')) },
  ],
  ['clock.runs', json('snapshot', body => (body.now = 1_700_000_000_000))],
  ['clock.one', data('hello', body => (body.at = Number(body.at) - 3_600_000))],
  ['clock.right', json('snapshot', body => (body.now = Number(body.now) + 3_600_000))],
  ['feed.tick', without('event: tick')],
  ['feed.heartbeat', frames(text => (text.startsWith(':') ? undefined : text))],
  ['manners.no-cookie', headers('snapshot', all => all.append('set-cookie', 'a=b'))],
  [
    'manners.refusals',
    { given: given => void (given.text = given.text.replace(/"number":\d+/, '"number":1')) },
  ],
  ['manners.now', json('session', body => delete body.now)],
  ['manners.no-store', headers('session', all => all.delete('cache-control'))],
];

function each(body: Body, change: (event: Record<string, unknown>) => void): void {
  for (const event of body.events as Record<string, unknown>[]) change(event);
}

function said(body: Body, change: (text: string) => string): void {
  const comment = body.comment as { text: string } | undefined;
  if (comment) comment.text = change(comment.text);
}

const escape = (body: Body) => said(body, text => text.replaceAll('<', '&lt;'));
const reserved = (id: string) => ({ id, saleId: 'flash', quantity: 1, at: 1, until: 9e12 });
const won = (code: string) => ({ result: 'won', couponId: 'few', code, at: 1 });
