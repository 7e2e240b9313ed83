import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RoomState } from 'qunlive/protocol.js';
import { langOf, type Lang } from '../pages/lang.js';
import { donePage, tillPage } from '../pages/till.js';
import { CartBook, totalOf, type Buyer, type Line, type Wish } from './cart-book.js';
import { tellRoom } from './tell-room.js';

export interface ShopOptions {
  state: () => RoomState;
  /** URL of the room, once the server listens. */
  room: () => string;
  secret: string;
  /** What the demo's pages are sent with. */
  headers: Readonly<Record<string, string>>;
}

/** The shop's own cookie: it is the merchant's page, not the kit, that keeps one. */
const COOKIE = 'hillside-cart';
const AGE_S = 86_400;

/** What a merchant has of their own: a cart as docs/cart.md describes its endpoint, and a till that tells the room. */
export function shopRoutes(app: FastifyInstance, { state, room, secret, headers }: ShopOptions): void {
  const book = new CartBook(state);
  const cartOf = (request: FastifyRequest, reply: FastifyReply): string => {
    const known = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\da-f]{24})`).exec(request.headers.cookie ?? '')?.[1];
    if (known && book.has(known)) return known;
    const id = book.open();
    void reply.header('set-cookie', `${COOKIE}=${id}; Path=/shop; Max-Age=${AGE_S}; HttpOnly; SameSite=Lax`);
    return id;
  };
  const told = (cart: string) => {
    const lines = book.lines(cart);
    return { lines, ...(lines.length > 0 ? { total: totalOf(lines) } : {}) };
  };
  const lang = (request: FastifyRequest): Lang =>
    langOf((request.query as { lang?: string }).lang, request.headers['accept-language']);
  const page = (reply: FastifyReply, body: string) =>
    reply.type('text/html; charset=utf-8').headers(headers).send(body);

  app.get('/shop/cart', (request, reply) => told(cartOf(request, reply)));
  app.post('/shop/cart', { bodyLimit: 4096 }, (request, reply) => {
    const cart = cartOf(request, reply);
    const {
      do: what,
      line,
      came,
      ...wish
    } = (request.body ?? {}) as {
      do?: string;
      line?: string;
      came?: unknown;
    } & Wish;
    book.cameBy(cart, came);
    const till = { lead: '/shop/till/' };
    switch (what) {
      case 'add':
        return { ...book.add(cart, wish), ...told(cart) };
      case 'buy': {
        const refusal = book.add(cart, wish);
        return refusal ? { ...refusal, ...told(cart) } : { ...told(cart), ...till };
      }
      case 'change':
        return { ...book.change(cart, String(line), Number(wish.quantity)), ...told(cart) };
      case 'checkout':
        return { ...told(cart), ...till };
      default:
        return reply.code(400).send({ no: 'other' });
    }
  });

  app.get('/shop/till/', (request, reply) =>
    page(reply, tillPage(lang(request), book.lines(cartOf(request, reply)))),
  );
  void app.register(async form => {
    // A plain form without fields.
    form.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, __, done) =>
      done(null, {}),
    );
    form.post('/shop/till/', async (request, reply) => {
      const cart = cartOf(request, reply);
      const lines = [...book.lines(cart)];
      if (lines.length === 0) return reply.redirect(`/shop/till/?lang=${lang(request)}`, 303);
      const orderId = `HS-${randomBytes(4).toString('hex').toUpperCase()}`;
      const settled = await tellRoom(room(), secret, orderOf(orderId, lines, book.buyer(cart)));
      book.clear(cart);
      const late = settled.some(({ result }) => result === 'late');
      return page(reply, donePage(lang(request), { orderId, late }));
    });
  });
}

const orderOf = (orderId: string, lines: readonly Line[], buyer: Buyer) => ({
  ...buyer,
  orderId,
  status: 'paid' as const,
  items: lines.map(({ productId, variantId, quantity }) => ({
    productId,
    ...(variantId === undefined ? {} : { variantId }),
    quantity,
  })),
  total: totalOf(lines),
  reservations: lines.flatMap(({ reservation }) => reservation ?? []),
});
