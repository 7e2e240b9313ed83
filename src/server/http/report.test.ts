import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { SignJWT } from 'jose';
import { HOST_TOKEN, ServerUnderTest } from '../../../test/fixtures/room-server.js';
import {
  chainPageSchema,
  guideReportSchema,
  parse,
  roomReportSchema,
  shareBoardSchema,
} from '../../protocol/index.js';
import { parseReferral, SqliteStore } from '../index.js';
import { MerchantKey } from '../trade/merchant-key.js';

const secret = 'the shop signs its tokens with this one';
const merchantSecret = 'the secret of the shop, and long';
const referral = parseReferral({
  guides: [
    { id: 'lin', name: '林', code: 'LIN8' },
    { id: 'mei', name: 'Mei', code: 'MEI' },
  ],
  tiers: [{ name: 'one', from: { minor: 0, currency: 'CNY' }, rateBp: 500 }],
}).config!;

const store = await SqliteStore.open({ folder: ':memory:' });
const it = await ServerUnderTest.start({
  store,
  referral,
  merchant: { secret },
  trade: { secrets: [merchantSecret], everyMs: 1_000_000 },
});
after(() => it.close());

const room = 'spring';
const at = Date.now();
const yuan = (minor: number) => ({ minor, currency: 'CNY' });
await store.share(room, { id: 'LLLLLLLLLLLL', sharer: 'guide:lin', guide: 'lin', depth: 1, at });
await store.share(room, { id: 'AAAAAAAAAAAA', sharer: 'ann', parent: 'LLLLLLLLLLLL', depth: 2, at });
await store.intend(room, { viewer: 'ann', share: 'AAAAAAAAAAAA', via: 'copy', at });
const visit = (viewer: string, share: string) => store.visit(room, { viewer, share, first: true, at }, 1000);
await visit('ann', 'LLLLLLLLLLLL');
await visit('bob', 'AAAAAAAAAAAA');
const paid = { room, status: 'paid' as const, at: at + 1 };
await store.order({ ...paid, orderId: 'o-1', viewer: 'ann', total: yuan(10_000) });
await store.order({ ...paid, orderId: 'o-2', viewer: 'bob', total: yuan(20_000) });

const key = new MerchantKey([merchantSecret]);
const asStaff = { authorization: `Bearer ${HOST_TOKEN}` };
const signed = (text: string) => ({ 'qunlive-signature': key.sign(text, Date.now()) });
const token = (claims: object) =>
  new SignJWT({ room, aud: 'qunlive', sub: 'staff-1', exp: Math.floor(Date.now() / 1000) + 300, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
const forStaff = ['report', 'chain', 'guides', 'report.csv', 'chain.csv', 'orders.csv', 'guides.csv'];

test('figures are for staff and the shop’s backend, and for nobody else', async () => {
  const viewer = { authorization: `Bearer ${(await it.join()).token}` };
  const guide = { authorization: `Bearer ${await token({ guide: 'lin' })}` };
  const { token: desk } = await it.join(HOST_TOKEN);
  for (const what of forStaff) {
    const status = async (headers: Record<string, string>) => (await it.ask('GET', what, headers)).status;
    assert.equal(await status({}), 401, what);
    assert.equal(await status(viewer), 403, what);
    assert.equal(await status(guide), 403, what);
    assert.equal(await status(asStaff), 200, what);
    assert.equal(await status({ authorization: `Bearer ${desk}` }), 200, what);
    assert.equal(await status(signed(`GET spring/${what}`)), 200, what);
    assert.equal(await status(signed('')), 401, what);
    assert.equal(await status(signed(`GET winter/${what}`)), 401, what);
    assert.equal(await status(signed(`POST spring/${what}`)), 401, what);
    assert.equal((await it.ask('GET', `/v1/rooms/winter/${what}`, asStaff)).status, 404);
  }
  assert.equal((await it.ask('GET', 'chain?limit=1', signed('GET spring/chain'))).status, 401);
  assert.equal((await it.ask('GET', 'chain?limit=1', signed('GET spring/chain?limit=1'))).status, 200);
});

test('the report, the chain page by page, and the guides', async () => {
  const report = parse(roomReportSchema, (await it.ask('GET', 'report', asStaff)).body);
  assert.deepEqual([report.room, report.visits, report.orders, report.sales], [room, 2, 2, [yuan(30_000)]]);
  assert.equal(report.top[0]?.name, '林');
  const first = parse(chainPageSchema, (await it.ask('GET', 'chain?limit=1', asStaff)).body);
  assert.deepEqual([first.rows.map(row => row.share), first.after], [['LLLLLLLLLLLL'], 1]);
  const second = parse(chainPageSchema, (await it.ask('GET', 'chain?after=1', asStaff)).body);
  assert.deepEqual(
    [second.rows.map(row => [row.share, row.depth]), second.after],
    [[['AAAAAAAAAAAA', 2]], undefined],
  );
  assert.equal((await it.ask('GET', 'chain?after=x', asStaff)).body.error?.path, 'after');
  const { guides } = (await it.ask('GET', 'guides', asStaff)).body as unknown as { guides: unknown[] };
  assert.deepEqual(
    guides.map(guide => parse(guideReportSchema, guide).tier?.commission.minor),
    [500, 0],
  );
});

test('a guide sees their own, by their token or by the session they joined with it', async () => {
  const jwt = await token({ guide: 'lin' });
  const session = await it.join(jwt);
  assert.equal(session.guide, 'lin');
  for (const bearer of [jwt, session.token]) {
    const answer = await it.ask('GET', 'guide', { authorization: `Bearer ${bearer}` });
    const report = parse(guideReportSchema, answer.body);
    assert.deepEqual(
      [report.guide.id, report.share, report.newViewers, report.bound],
      ['lin', '-LIN8', 1, 1],
    );
    assert.deepEqual(report.tier?.commission, yuan(500));
  }
  const others = [
    undefined,
    (await it.join()).token,
    HOST_TOKEN,
    await token({}),
    await token({ guide: 'who' }),
  ];
  const statuses = await Promise.all(
    others.map(
      async bearer =>
        (await it.ask('GET', 'guide', bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }))
          .status,
    ),
  );
  assert.deepEqual(statuses, [401, 403, 401, 403, 403]);
});

test('the board is everybody’s, names nobody who did not agree, and may be kept for ten seconds', async () => {
  const answer = await it.ask('GET', 'board');
  assert.equal(answer.headers['cache-control'], 'public, max-age=10');
  const { rows } = parse(shareBoardSchema, answer.body);
  const [{ also, ...row }, ...others] = rows as [(typeof rows)[number]];
  assert.deepEqual([row, others], [{ rank: 1, share: 'AAAAAAAAAAAA', newViewers: 1 }, []]);
  // By the guide's link, and by none.
  assert.equal(also?.length, 2);
  assert.ok(!answer.text.includes('ann'));
});

test('a sheet is a file of its own, which no cache keeps', async () => {
  const { headers, text } = await it.ask('GET', 'orders.csv', asStaff);
  assert.equal(headers['content-type'], 'text/csv; charset=utf-8');
  assert.equal(headers['content-disposition'], 'attachment; filename="spring-orders.csv"');
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(text.charCodeAt(0), 0xfeff);
  assert.match(text, /\r\no-1,paid,/);
  assert.ok(!text.includes('staff-1'));
});

test('how long it takes to bring figures up to date is known to whoever runs the server', async () => {
  await it.ask('GET', 'report', asStaff);
  const text = await it.server.metrics();
  assert.match(text, /qunlive_figures_seconds_count 1/);
});
