import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { createRoomServer, readReferral, readShows, SqliteStore, type RoomServer } from 'qunlive/server';
import { createLiveOrigin } from './live/origin.js';
import { pageHeaders, pageRoutes } from './pages/routes.js';
import { Audience } from './play/audience.js';
import { AutoHost } from './play/auto-host.js';
import { createRecording } from './live/recording.js';
import { ComingShow, comingShow } from './play/coming-show.js';
import { cues, loopSeconds } from './play/cues.js';
import { playPastChain } from './play/past-chain.js';
import { RecordedRoom } from './play/recorded.js';
import { shopRoutes } from './shop/routes.js';
import { lastEvening, PAST_ROOM, PAST_STARTED_AT, pastCommands, pastShow } from './play/past-show.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ROOM = 'spring';

export interface DemoOptions {
  /** Default 8787; 0 for any free one. */
  port?: number;
  /** Default 127.0.0.1; 0.0.0.0 lets phones of this network in. */
  host?: string;
  /** Another stream for the room, such as the one `npm run demo:ingest` prints. */
  stream?: string;
  /** Pages of other sites that may open the room. Default: this machine's. */
  origins?: readonly string[];
  /** Folder the room's data is kept in. Default: none, every start begins anew. */
  data?: string;
  hostToken?: string;
  /** The automatic host starts by itself. Default true. */
  autoHost?: boolean;
}

export interface Demo {
  origin: string;
  server: RoomServer;
  hostToken: string;
  /** Of one of the shop's guides, as the shop's backend would sign it. */
  guideToken: string;
  close(): Promise<void>;
}

/** The whole demo on one port: room server, live stream, shop, phone page, desk. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const [file] = await readShows([here('shows/spring.json')]);
  const show = options.stream ? { ...file!.show, stream: { src: options.stream } } : file!.show;
  let recorded: RecordedRoom | undefined;
  // What the shop and its room server know of each other; here both run in one process.
  const secret = randomBytes(24).toString('hex');
  const referral = await readReferral(here('referral.json'));
  let origin = '';
  const store = await SqliteStore.open({ folder: options.data ?? ':memory:' });
  let now = Date.now;
  const server = await createRoomServer({
    now: () => now(),
    shows: [show, pastShow(file!.show), comingShow(file!.show, Date.now())],
    store,
    dist: here('../dist'),
    ...(options.origins ? { origins: options.origins } : {}),
    ...(options.hostToken ? { hostToken: options.hostToken } : {}),
    trade: { secrets: [secret] },
    referral,
    merchant: { secret },
    configure: app => routes(app),
  });
  const room = server.hub.room(ROOM);
  const command = (wish: Parameters<RoomServer['execute']>[1]) =>
    server.execute(ROOM, wish, { id: 'demo-host', role: 'host' });
  const audience = new Audience({
    shown: () => room.state.pins[0]?.productId,
    say: (name, words) =>
      void server
        .execute(ROOM, { type: 'comment.send', text: words }, { id: `sim-${name}`, name, simulated: true })
        .catch(() => audience.stop()), // the show has ended: nobody talks any more
  });
  const host = new AutoHost({ cues, loopSeconds, state: () => room.state, command });
  const coming = new ComingShow({ show: file!.show, store });
  const unsubscribe = room.subscribe(event => host.saw(event));

  async function routes(app: FastifyInstance): Promise<void> {
    recorded = await RecordedRoom.open(app);
    const live = createLiveOrigin({ dir: here('media/live') });
    app.get('/live/*', async (request, reply) => {
      const { status, headers, body } = await live.handle((request.params as { '*': string })['*']);
      return reply.code(status).headers(headers).send(body);
    });
    const recording = createRecording({ dir: here('media/live'), startedAt: PAST_STARTED_AT });
    app.get('/recording/*', async (request, reply) => {
      const { status, headers, body } = await recording.handle((request.params as { '*': string })['*']);
      return reply.code(status).headers(headers).send(body);
    });
    shopRoutes(app, {
      state: () => room.state,
      room: () => `${origin}/v1/rooms/${ROOM}`,
      secret,
      headers: pageHeaders,
    });
    await pageRoutes(app, {
      folder: here('.'),
      play: {
        read: () => ({ audience: audience.on, host: host.on }),
        change({ lang, ...wish }) {
          audience.lang = lang ?? audience.lang;
          if (wish.audience !== undefined) (wish.audience ? audience.start : audience.stop).call(audience);
          if (wish.host !== undefined) (wish.host ? host.start : host.stop).call(host);
        },
      },
    });
  }

  // Before anybody can look: the evening is told by its own clock.
  if (server.hub.room(PAST_ROOM).state.phase === 'warmup') {
    for (const wish of pastCommands(file!.show.stream?.poster))
      await server.execute(PAST_ROOM, wish, { id: 'demo-host', role: 'host' });
    const codes = referral.guides.map(({ code }) => code);
    const past = { app: server.app, room: PAST_ROOM, show: file!.show, startedAt: lastEvening(now()) };
    await playPastChain({ ...past, secret, codes, at: ms => (now = () => ms) });
    now = Date.now;
  }
  origin = await server.listen({ port: options.port ?? 8787, host: options.host ?? '127.0.0.1' });
  if (room.state.phase === 'warmup') {
    await command({ type: 'phase.set', phase: 'live' });
    await command({ type: 'coupon.open', couponId: 'welcome' });
    await command({ type: 'coupon.open', couponId: 'teaware', inSeconds: 180 });
    await command({ type: 'sale.open', saleId: 'gaiwan-flash', inSeconds: 60 });
  }
  recorded?.record(origin, PAST_ROOM);
  if (options.autoHost !== false) host.start();
  coming.start();
  return {
    origin,
    server,
    hostToken: server.hostToken,
    guideToken: await guideToken(secret, referral.guides[0]!.id),
    async close() {
      audience.stop();
      host.stop();
      coming.stop();
      unsubscribe();
      await recorded?.close();
      await server.close();
    },
  };
}

const guideToken = (secret: string, guide: string): Promise<string> =>
  new SignJWT({ room: [ROOM, PAST_ROOM], guide })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(`staff-${guide}`)
    .setAudience('qunlive')
    .setExpirationTime('12h')
    .sign(new TextEncoder().encode(secret));

/** Addresses of this machine in its own network, for a phone on the same Wi-Fi. */
export function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flat()
    .filter(address => address?.family === 'IPv4' && !address.internal)
    .map(address => address!.address);
}
