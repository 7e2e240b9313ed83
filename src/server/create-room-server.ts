import { createHash } from 'node:crypto';
import * as v from 'valibot';
import fastify, { type FastifyInstance } from 'fastify';
import {
  idSchema,
  limits as wireLimits,
  QunError,
  parseCommand,
  type AnswerOf,
  type Command,
  type Role,
  type Show,
} from '../protocol/index.js';
import { HostToken } from './auth/host-token.js';
import { MerchantTokens, type MerchantTokenOptions } from './auth/merchant-tokens.js';
import { Sessions } from './auth/sessions.js';
import { Hub, type HubOptions } from './hub/hub.js';
import { LiveRoom, type LiveRoomOptions } from './hub/live-room.js';
import { Closing } from './http/closing.js';
import { listenOn } from './http/listen.js';
import { logController, logOptions, type LogOptions } from './http/log.js';
import { Origins } from './http/origins.js';
import { answerBadRequests, installRefusals, sendRefusal } from './http/refusals.js';
import { roomApi } from './http/room-api.js';
import { RoomLimits } from './http/room-limits.js';
import { staticFiles } from './http/static-files.js';
import { noReferral, type ReferralConfig } from './referral/config.js';
import { Guides } from './referral/guides.js';
import { RoomMetrics } from './metrics/room-metrics.js';
import { MetricsServer, type MetricsAddress } from './metrics/serve-metrics.js';
import { randomText } from './room/random-id.js';
import type { SegmentOptions } from './segments/room-segments.js';
import { Segments } from './segments/segments.js';
import type { RoomStore } from './store/room-store.js';
import { chooseStore } from './store/open-store.js';
import { WordList } from './talk/word-list.js';
import { MerchantKey } from './trade/merchant-key.js';
import { Trade, type TradeOptions } from './trade/trade.js';
import { PageSigning, type PageSigningOptions } from './wechat/page-signing.js';

export interface RoomServerOptions {
  /** One room for each. */
  shows: readonly Show[];
  /** Folder of the data. Default `:memory:`: everything is forgotten at the end. */
  data?: string;
  /**
   * Where the rooms are kept instead: `sqlite:folder`, or what several processes share, as `redis://host:6379` and
   * `redis+cluster://host:6379,host:6379`.
   */
  storeAddress?: string | undefined;
  /** A store of your own instead; it is closed with the server. */
  store?: RoomStore;
  /** Origins whose pages may use the rooms; `*` for all. Default: same origin, and this machine's. */
  origins?: readonly string[];
  /** Makes its bearer the host. Default: a random one; processes that share a store share it as well. */
  hostToken?: string;
  /** Words that are not to be said in any room; how they are written: docs/protocol, "Moderation". Default: none. */
  words?: readonly string[];
  /** How the merchant's own tokens are checked. Default: there are none. */
  merchant?: MerchantTokenOptions;
  /** Whose an order is that came by a link, who the shop's guides are, and what they earn. Default: nobody is paid. */
  referral?: ReferralConfig;
  /** What goes on with the merchant's backend: orders and codes come in, claims and reservations go out. */
  trade?: TradeOptions;
  /** The accounts with which the shop's pages are signed for WeChat and WeCom. Default: none. */
  wechat?: PageSigningOptions;
  /** The built files, served at `/`. */
  dist?: string;
  /** Proxies in front whose `X-Forwarded-For` is believed: a number of hops, or addresses. Default: none. */
  trustProxy?: number | string;
  hub?: HubOptions;
  /** Whether newcomers hear their room by its feed or by segments, and how long these are. */
  segments?: SegmentOptions;
  /** Requests per second from one address. Default 500. */
  perAddress?: number;
  /** Serves `/metrics` for Prometheus there as well, while the server listens. Default: nowhere. */
  metrics?: MetricsAddress;
  /** Default: silent. */
  log?: LogOptions;
  /** Adds routes of your own, before the server is ready. */
  configure?: (app: FastifyInstance) => void | Promise<void>;
  /** The server's clock, ms. Default: the store's where processes share one, otherwise Date.now. */
  now?: () => number;
}

/** Somebody who acts inside this process, as a simulated audience does. */
export interface ActAs {
  /** Any words; what is not an id of the protocol is seen hashed by the others. */
  id: string;
  name?: string;
  /** Default viewer. */
  role?: Role;
  /** Marks comments as made by a machine. */
  simulated?: boolean;
  /** Idempotency key. Default: a new one. */
  key?: string;
}

export interface RoomServer {
  readonly app: FastifyInstance;
  readonly hub: Hub;
  readonly hostToken: string;
  /** No origins were given: only pages of this machine are let in beside the server's own. */
  readonly development: boolean;
  /** Sends a command without HTTP, tokens or rate limits. Throws a QunError as the wire would answer one. */
  execute<C extends Command>(room: string, command: C, as: ActAs): Promise<AnswerOf<C['type']>>;
  /** Starts to listen; answers with the URL. Throws `bad-config` where the port is taken. */
  listen(address?: { port?: number; host?: string }): Promise<string>;
  /** What the server has counted, as Prometheus reads it. */
  metrics(): Promise<string>;
  /** Where `/metrics` is served; undefined: nowhere. */
  readonly metricsUrl: string | undefined;
  /** Stops accepting, ends the streams, writes what was begun and closes the store. */
  close(): Promise<void>;
}

const HOUR = 3_600_000;
/** How long a request that is still coming in holds up the end. */
const PATIENCE = 3000;
/** Answers are kept for at least a day. */
const RECEIPT_LIFE = 25 * HOUR;

export async function createRoomServer(options: RoomServerOptions): Promise<RoomServer> {
  let clock = options.now ?? Date.now;
  const now = () => clock();
  const origins = new Origins(options.origins);
  const app = fastify({
    logger: options.log ? logOptions(options.log) : false,
    logController: logController(options.log),
    bodyLimit: wireLimits.bodyBytes,
    requestTimeout: 15_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 15_000, maxHeaderSize: 16_384 },
    return503OnClosing: false,
    exposeHeadRoutes: false,
    trustProxy: trusted(options.trustProxy),
    frameworkErrors: (error, _request, reply) => sendRefusal(reply, error, now()),
    clientErrorHandler: (error, socket) => answerBadRequests(error, socket, now()),
  });
  const metrics = new RoomMetrics();
  const choice = chooseStore(options.storeAddress ?? `sqlite:${options.data ?? ':memory:'}`);
  const plainStore = options.store ?? (await choice.open(message => app.log.warn(message)));
  if (!options.now && plainStore.now) clock = () => plainStore.now!();
  const store = metrics.measure(plainStore);
  const hub = new Hub({ ...options.hub, watch: options.hub?.watch ?? metrics.watch });
  metrics.read(hub);
  let metricsServer: MetricsServer | undefined;
  let segments: Segments | undefined;
  let trade: Trade | undefined;
  try {
    const merchant = await MerchantTokens.open(options.merchant ?? {});
    const shared = options.store === undefined && choice.kind === 'redis';
    const hostToken =
      options.hostToken ?? (shared ? HostToken.of(await store.secret('host')) : HostToken.random());
    const referral = options.referral ?? noReferral;
    const guides = new Guides(referral.guides);
    const host = new HostToken(hostToken);
    const sessions = await Sessions.open({ store, host, merchant, guides, now });
    const words = new WordList(options.words ?? []);
    const key = new MerchantKey(options.trade?.secrets ?? []);
    const rooms = { words, guides, isSigned: key.hasSigned.bind(key) };
    for (const show of options.shows) await hub.add(await openRoom(store, show, now, rooms));
    const closing = new Closing(app);
    const limits = new RoomLimits({ now, ...(options.perAddress ? { perAddress: options.perAddress } : {}) });
    // Beside the streams, connections that come to ask and go.
    app.server.maxConnections = hub.maxConnections + 5000;
    installRefusals(app, now, (...refusal) => metrics.refused(...refusal));
    const bridge = (trade = new Trade(options.trade ?? {}, {
      store,
      rooms: () => hub.rooms,
      now,
      watch: metrics.webhook,
      warn: (fields, message) => app.log.warn(fields, message),
    }));
    const files = (segments = new Segments(hub, store, options.segments));
    const signing = new PageSigning(options.wechat ?? {}, {
      store,
      now,
      warn: (fields, message) => app.log.warn(fields, message),
    });
    const api = { hub, sessions, limits, origins, now, store, signing, merchantKey: bridge.key };
    const passing = { referral, guides, lookedAtFigures: metrics.lookedAtFigures };
    await app.register(roomApi, { ...api, ...passing, segments: room => files.of(room) });
    if (options.dist !== undefined) await staticFiles(app, options.dist);
    await options.configure?.(app);
    await app.ready();

    await store.prune(now() - RECEIPT_LIFE);
    const pruning = setInterval(() => {
      store
        .prune(now() - RECEIPT_LIFE)
        .catch((err: unknown) => app.log.warn({ err }, 'old answers were not removed'));
    }, HOUR);
    pruning.unref();

    return {
      app,
      hub,
      hostToken,
      development: origins.development,
      async execute(room, command, { id, name, role = 'viewer', simulated, key = randomText(16) }) {
        const viewer = { id: pseudonym(id), name, role, since: now() };
        const { answer } = await hub
          .room(room)
          .execute({ viewer, command: parseCommand(command), key, simulated });
        return answer as AnswerOf<(typeof command)['type']>;
      },
      metrics: () => metrics.text(),
      get metricsUrl() {
        return metricsServer?.url;
      },
      async listen(address) {
        if (options.metrics) metricsServer ??= await MetricsServer.open(metrics, options.metrics);
        const url = await listenOn(app, address);
        void signing.warm();
        return url;
      },
      close: () =>
        closing.run(async () => {
          clearInterval(pruning);
          signing.close();
          await bridge.close();
          files.close();
          await metricsServer?.close();
          await hub.endStreams();
          const impatient = setTimeout(() => app.server.closeAllConnections(), PATIENCE);
          await app.close();
          clearTimeout(impatient);
          await hub.close();
          await store.close();
        }),
    };
  } catch (error) {
    segments?.close();
    await trade?.close();
    await hub.endStreams();
    await app.close();
    await store.close();
    throw error;
  }
}

const pseudonym = (id: string) =>
  v.is(idSchema, id) ? id : `x-${createHash('sha256').update(id).digest('base64url').slice(0, 22)}`;

/** What the data says against a show is said with the room's name. */
async function openRoom(
  store: RoomStore,
  show: Show,
  now: () => number,
  options: LiveRoomOptions,
): Promise<LiveRoom> {
  return LiveRoom.open(store, show, now, options).catch((error: unknown) => {
    if (!(error instanceof QunError) || error.code !== 'bad-config') throw error;
    throw new QunError('bad-config', {
      detail: `the show of room "${show.room}": ${error.message}`,
      cause: error,
    });
  });
}

/** Hops counted from us, or addresses; nobody is believed unasked. */
function trusted(proxies: number | string | undefined) {
  if (typeof proxies === 'number') return (_address: string, hop: number) => hop < proxies;
  return proxies ?? false;
}
