import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse } from '../../protocol/index.js';
import type { Hub } from '../hub/hub.js';
import type { RoomStore } from '../store/room-store.js';
import { SIGNATURE_HEADER, type MerchantKey } from '../trade/merchant-key.js';
import { erasureSchema, orderSchema, redemptionSchema } from '../trade/merchant-schemas.js';
import { takeOrder } from '../trade/order-intake.js';
import type { RoomLimits } from './room-limits.js';

export interface MerchantRoutesOptions {
  hub: Hub;
  limits: RoomLimits;
  store: RoomStore;
  merchantKey: MerchantKey;
  now: () => number;
}

interface OfRoom {
  Params: { room: string };
}

/** Bytes of a body: a hundred items with long names, and room to spare. */
const BODY_BYTES = 65_536;

/** What the merchant's backend says, signed. In a scope of its own: here a body stays the text that was signed. */
export async function merchantRoutes(app: FastifyInstance, options: MerchantRoutesOptions): Promise<void> {
  const { hub, limits, store, merchantKey, now } = options;
  app.removeAllContentTypeParsers();
  const settings = { parseAs: 'string', bodyLimit: BODY_BYTES } as const;
  app.addContentTypeParser<string>('application/json', settings, (_request, body, done) => done(null, body));
  const read = app.getDefaultJsonParser('error', 'error');

  const opened = async (request: FastifyRequest<OfRoom>) => {
    limits.command(request.ip);
    const body = typeof request.body === 'string' ? request.body : '';
    merchantKey.check(request.headers[SIGNATURE_HEADER], body, now());
    const json = await new Promise<unknown>((resolve, reject) => {
      void read(request, body, (error, value: unknown) => (error ? reject(error) : resolve(value)));
    });
    // Asked last: without the secret nobody learns which rooms there are.
    return { room: hub.room(request.params.room), json };
  };

  app.post<OfRoom>('/v1/rooms/:room/orders', async request => {
    const { room, json } = await opened(request);
    const at = room.now();
    const { viewer, share, ...said } = parse(orderSchema, json);
    const buyer = await room.sharing.ofOrder({ subject: said.subject, viewer, share });
    const order = { ...said, ...buyer };
    return { ...(await takeOrder(store, room.id, order, at)), now: at };
  });

  app.post<OfRoom>('/v1/rooms/:room/erasures', async request => {
    const { room, json } = await opened(request);
    const { subject, viewer } = parse(erasureSchema, json);
    await room.forget(subject === undefined ? { viewer: viewer! } : { subject });
    return { now: room.now() };
  });

  app.post<OfRoom>('/v1/rooms/:room/redemptions', async request => {
    const { room, json } = await opened(request);
    const now = room.now();
    const { result, claim, viewer, subject, at } = await store.redeem({
      room: room.id,
      ...parse(redemptionSchema, json),
      at: now,
    });
    const terms = room.state.coupons.find(coupon => coupon.id === claim.couponId);
    const { value, minSpend, productIds } = terms ?? {};
    return {
      result,
      couponId: claim.couponId,
      code: claim.code,
      claimedAt: claim.at,
      redeemedAt: at,
      viewer,
      ...(subject === undefined ? {} : { subject }),
      ...(value ? { value } : {}),
      ...(minSpend ? { minSpend } : {}),
      ...(productIds ? { productIds } : {}),
      now,
    };
  });
}
