import assert from 'node:assert/strict';
import test from 'node:test';
import { WechatApi } from '../../../test/fixtures/wechat-api.js';
import { QunError } from '../../protocol/index.js';
import type { RoomStore } from '../store/room-store.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { jsSignature } from './js-signature.js';
import { PageSigning, type PageSigningOptions } from './page-signing.js';

const PAGE = 'https://shop.example/live?qs=abc';
const TOKEN = '/cgi-bin/stable_token';
const TICKET = '/cgi-bin/ticket/getticket';
const HOUR = 3_600_000;

/** Processes of one shop with one store, a clock that is set by hand, and what the log was told. */
class Shop {
  readonly api: WechatApi;
  readonly store: RoomStore;
  readonly log: string[] = [];
  now = Date.parse('2026-05-01T12:00:00Z');
  readonly #all: PageSigning[] = [];

  static async with(run: (shop: Shop) => Promise<void>): Promise<void> {
    const shop = new Shop(await WechatApi.start(), await SqliteStore.open({ folder: ':memory:' }));
    try {
      await run(shop);
    } finally {
      for (const one of shop.#all) one.close();
      await shop.api.close();
      await shop.store.close();
    }
  }

  private constructor(api: WechatApi, store: RoomStore) {
    this.api = api;
    this.store = store;
  }

  process(more: PageSigningOptions = {}): PageSigning {
    const options: PageSigningOptions = {
      wechat: { appId: 'wx1', secret: 'the-secret' },
      wecom: { corpId: 'ww1', agentId: '1000002', secret: 'the-secret' },
      hosts: ['shop.example'],
      wechatApi: this.api.base,
      wecomApi: `${this.api.base}/`,
      ...more,
    };
    const signing = new PageSigning(options, {
      store: this.store,
      now: () => this.now,
      warn: (fields, message) => this.log.push(`${JSON.stringify(fields)} ${message}`),
    });
    this.#all.push(signing);
    return signing;
  }
}

const refusal = async (work: Promise<unknown>): Promise<QunError> => {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof QunError, String(error));
    return error;
  }
  throw new Error('it was not refused');
};

test('an official account signs a page with its ticket, by the clock of the server', () =>
  Shop.with(async shop => {
    const { nonceStr, ...rest } = await shop.process().sign('wechat', `${PAGE}#/room`);
    const timestamp = shop.now / 1000;
    const signature = jsSignature({ ticket: 'jsapi-1', nonceStr, timestamp, url: PAGE });
    assert.deepEqual(rest, { for: 'wechat', appId: 'wx1', timestamp, signature, url: PAGE });
    assert.match(nonceStr, /^\w{16}$/);
    assert.deepEqual(shop.api.asked, [
      { path: TOKEN, sent: { grant_type: 'client_credential', appid: 'wx1', secret: 'the-secret' } },
      { path: TICKET, sent: { access_token: 'token-1', type: 'jsapi' } },
    ]);
  }));

test('the two tickets of WeCom are not mixed up, and need one token', () =>
  Shop.with(async shop => {
    const signing = shop.process();
    const [config, agent] = [await signing.sign('wecom', PAGE), await signing.sign('wecom-agent', PAGE)];
    assert.deepEqual([config.corpId, config.agentId], ['ww1', '1000002']);
    assert.equal(config.signature, jsSignature({ ...config, ticket: 'config-1' }));
    assert.equal(agent.signature, jsSignature({ ...agent, ticket: 'agent_config-2' }));
    assert.deepEqual(shop.api.paths, [
      '/cgi-bin/gettoken',
      '/cgi-bin/get_jsapi_ticket',
      '/cgi-bin/ticket/get',
    ]);
  }));

test('many who ask many processes at once are served by one question', () =>
  Shop.with(async shop => {
    const processes = [shop.process(), shop.process(), shop.process()];
    const asked = processes.flatMap(one => Array.from({ length: 20 }, () => one.sign('wechat', PAGE)));
    const signatures = await Promise.all(asked);
    assert.deepEqual(shop.api.paths, [TOKEN, TICKET]);
    for (const one of signatures) assert.equal(one.signature, jsSignature({ ...one, ticket: 'jsapi-1' }));
    assert.equal(new Set(signatures.map(({ nonceStr }) => nonceStr)).size, signatures.length);
    await shop.process().sign('wechat', PAGE);
    assert.equal(shop.api.asked.length, 2);
  }));

test('a ticket is renewed ahead of its end, and nobody waits for it', () =>
  Shop.with(async shop => {
    const signing = shop.process();
    await signing.sign('wechat', PAGE);
    shop.now += 2 * HOUR - 400_000;
    shop.api.before.set(TOKEN, ['hang']);
    const old = await signing.sign('wechat', PAGE);
    assert.equal(old.signature, jsSignature({ ...old, ticket: 'jsapi-1' }));
    await shop.api.heard(3);
  }));

test('after its renewal all processes sign with the new one', () =>
  Shop.with(async shop => {
    const [one, other] = [shop.process(), shop.process()];
    await Promise.all([one.sign('wechat', PAGE), other.sign('wechat', PAGE)]);
    shop.now += 2 * HOUR - 400_000;
    await one.sign('wechat', PAGE);
    await shop.api.heard(4);
    const renewed = async (signing: PageSigning) => {
      const signed = await signing.sign('wechat', PAGE);
      return signed.signature === jsSignature({ ...signed, ticket: 'jsapi-2' });
    };
    while (!(await renewed(one))) await new Promise(setImmediate);
    while (!(await renewed(other))) await new Promise(setImmediate);
    assert.equal(shop.api.asked.length, 4);
  }));

test('an account that refuses while the old ticket is good is a line in the log, and one only', () =>
  Shop.with(async shop => {
    const signing = shop.process();
    await signing.sign('wechat', PAGE);
    shop.now += 2 * HOUR - 400_000;
    shop.api.before.set(TICKET, [{ errcode: 40164, errmsg: 'invalid ip 10.1.2.3' }]);
    while (shop.log.length === 0) {
      const { signature, ...rest } = await signing.sign('wechat', PAGE);
      assert.equal(signature, jsSignature({ ...rest, ticket: 'jsapi-1' }));
      await new Promise(setImmediate);
    }
    for (let i = 0; i < 5; i += 1) await signing.sign('wechat', PAGE);
    assert.deepEqual(shop.log, [
      '{"account":"wechat:wx1","errcode":40164} no ticket to sign pages with: ' +
        `${new URL(shop.api.base).host}/cgi-bin/ticket/getticket refused (errcode 40164): ` +
        "this server's address is not on the account's IP list",
    ]);
    assert.equal(shop.api.paths.filter(path => path === TICKET).length, 2);
    shop.now += 60_001;
    await signing.sign('wechat', PAGE);
    await shop.api.heard(5);
  }));

test('without any ticket a page is told what is wrong and when to come back, and nobody asks again before', () =>
  Shop.with(async shop => {
    const [signing, other] = [shop.process(), shop.process()];
    shop.api.before.set(TOKEN, [{ errcode: 40125, errmsg: 'invalid appsecret the-secret' }]);
    const { code, message, retryAfterMs } = await refusal(signing.sign('wechat', PAGE));
    assert.deepEqual([code, retryAfterMs], ['overloaded', 60_000]);
    assert.match(message, /stable_token refused \(errcode 40125\): the secret is wrong/);
    assert.doesNotMatch(message, /the-secret/);
    shop.now += 20_000;
    const later = await refusal(other.sign('wechat', PAGE));
    assert.deepEqual([later.message, later.retryAfterMs], [message, 40_000]);
    assert.equal(shop.api.asked.length, 1);
    assert.equal((await other.sign('wecom', PAGE)).for, 'wecom');
    shop.now += 40_001;
    assert.equal((await other.sign('wechat', PAGE)).appId, 'wx1');
  }));

test('a server that is down, breaks off or talks nonsense is said to be so', () =>
  Shop.with(async shop => {
    for (const [answer, words] of [
      [502, /answered with 502/],
      ['nonsense', /did not answer in JSON/],
      [{ errcode: 0 }, /an answer without access_token/],
      [{ access_token: 'x', expires_in: 'soon' }, /an answer without access_token/],
      [{ errcode: -1, errmsg: 'system error' }, /errcode -1\): it is busy/],
    ] as const) {
      shop.api.before.set(TOKEN, [answer]);
      const { code, message, retryAfterMs } = await refusal(shop.process().sign('wechat', PAGE));
      assert.deepEqual([code, retryAfterMs], ['overloaded', 3000]);
      assert.match(message, words);
      shop.now += 3001;
    }
    const nowhere = shop.process({ wechatApi: 'http://127.0.0.1:1' });
    assert.match((await refusal(nowhere.sign('wechat', PAGE))).message, /127\.0\.0\.1:1\S+ was not reached/);
  }));

test('a token that was replaced elsewhere is asked for anew, once', () =>
  Shop.with(async shop => {
    const signing = shop.process();
    await signing.sign('wecom', PAGE);
    shop.api.replaceToken();
    const agent = await signing.sign('wecom-agent', PAGE);
    assert.equal(agent.signature, jsSignature({ ...agent, ticket: 'agent_config-2' }));
    assert.deepEqual(shop.api.paths.slice(2), [
      '/cgi-bin/ticket/get',
      '/cgi-bin/gettoken',
      '/cgi-bin/ticket/get',
    ]);
    const stale = { errcode: 40014, errmsg: 'invalid access_token' };
    shop.api.before.set(TICKET, [stale, stale]);
    assert.match((await refusal(signing.sign('wechat', PAGE))).message, /errcode 40014/);
    assert.equal(shop.api.paths.filter(path => path === TICKET).length, 2);
  }));

test('what lies in the store tells no ticket, and is of no use with another secret', () =>
  Shop.with(async shop => {
    const noted: string[] = [];
    const { setNote } = shop.store;
    Object.assign(shop.store, {
      setNote: (name: string, text: string, ms: number) => {
        noted.push(text);
        return setNote(name, text, ms);
      },
    });
    await shop.process().sign('wechat', PAGE);
    assert.equal(noted.length, 2);
    for (const text of noted) {
      assert.doesNotMatch(text, /token-1|jsapi-1/);
      assert.doesNotMatch(Buffer.from(text, 'base64url').toString('latin1'), /token-1|jsapi-1/);
    }
    const changed = shop.process({ wechat: { appId: 'wx1', secret: 'another-secret' } });
    assert.match((await refusal(changed.sign('wechat', PAGE))).message, /errcode 40125/);
  }));

test('a process that dies while it asks holds up the others for seconds, not for ever', () =>
  Shop.with(async shop => {
    // Its right to ask runs out; here it is gone at once.
    await shop.store.lease('wechat:wx1:wechat', 'one-that-died', 1);
    assert.equal((await shop.process().sign('wechat', PAGE)).appId, 'wx1');
  }));

test('one that closes while it asks breaks off', () =>
  Shop.with(async shop => {
    shop.api.before.set(TOKEN, ['hang']);
    const signing = shop.process();
    const asked = refusal(signing.sign('wechat', PAGE));
    await shop.api.heard(1);
    signing.close();
    assert.equal((await asked).code, 'overloaded');
    assert.equal((await shop.process().sign('wechat', PAGE)).appId, 'wx1');
    assert.deepEqual(shop.log, []);
  }));

test('accounts are looked at before the first page asks', () =>
  Shop.with(async shop => {
    shop.api.before.set('/cgi-bin/gettoken', [{ errcode: 60020, errmsg: 'not allow to access' }]);
    const signing = shop.process();
    await signing.warm();
    assert.deepEqual(
      shop.log.map(line => line.slice(0, 50)),
      ['{"account":"wecom:ww1:1000002","errcode":60020} no'],
    );
    await signing.sign('wechat', PAGE);
    assert.deepEqual(shop.api.paths, [TOKEN, TICKET, '/cgi-bin/gettoken']);
  }));

test('accounts without a host to sign for, and pages without an account', () =>
  Shop.with(async shop => {
    assert.throws(() => shop.process({ hosts: [] }), { code: 'bad-config' });
    const none = shop.process({ wechat: undefined, hosts: [], wecom: undefined });
    assert.equal((await refusal(none.sign('wechat', PAGE))).code, 'not-found');
    assert.deepEqual([none.kinds, shop.api.asked], [[], []]);
  }));
