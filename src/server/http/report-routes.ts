import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { parse, QunError, type ChainPage } from '../../protocol/index.js';
import type { Sessions } from '../auth/sessions.js';
import type { Hub } from '../hub/hub.js';
import { groupNamesOf, type ReferralConfig } from '../referral/config.js';
import { guideReports } from '../referral/guide-reports.js';
import type { Guides } from '../referral/guides.js';
import { RoomFigures, type FiguresOptions } from '../referral/room-figures.js';
import { boardOf, reportOf } from '../referral/room-report.js';
import { chainRow, chainSheet, guidesSheet, ordersSheet, reportSheet } from '../referral/sheets.js';
import type { RoomStore } from '../store/room-store.js';
import { SIGNATURE_HEADER, type MerchantKey } from '../trade/merchant-key.js';
import type { RoomLimits } from './room-limits.js';
import { bearerOf } from './room-routes.js';
import { wholeNumber } from './whole-number.js';

export interface ReportRoutesOptions {
  store: RoomStore;
  hub: Hub;
  sessions: Sessions;
  limits: RoomLimits;
  merchantKey: MerchantKey;
  referral: ReferralConfig;
  guides: Guides;
  now: () => number;
  /** Told how long it took to read what is new, ms. */
  lookedAtFigures?: FiguresOptions['looked'];
}

interface OfRoom {
  Params: { room: string };
}

const pageSchema = v.object({
  after: v.optional(wholeNumber(0, 999_999_999), '0'),
  limit: v.optional(wholeNumber(1, 500), '200'),
});

/** How old may be what changes because time goes by, such as who is still bound, ms. */
const MINUTE = 60_000;

/** What came of passing a room on: for its staff, for the shop's backend, for a guide their own, and the board for everybody. */
export function reportRoutes(app: FastifyInstance, options: ReportRoutesOptions): void {
  const { hub, sessions, limits, merchantKey, store, referral: config, guides, now } = options;
  const groupNames = groupNamesOf(config);
  const figures = new Map<string, RoomFigures>();
  app.addHook('onClose', (_app, done) => {
    for (const one of figures.values()) one.close();
    done();
  });

  const figuresOf = (id: string): RoomFigures => {
    const room = hub.room(id);
    const looked = options.lookedAtFigures;
    const known = figures.get(id) ?? new RoomFigures({ store, room, config, now, looked });
    figures.set(id, known);
    return known;
  };
  const asked = (request: FastifyRequest<OfRoom>): string => {
    const { id } = hub.room(request.params.room);
    limits.read(request.ip);
    return id;
  };
  /** Host and assistants by their token; the shop's backend signs what it asks for, since there is no body to sign. */
  const forStaff = async (request: FastifyRequest<OfRoom>): Promise<RoomFigures> => {
    const signature = request.headers[SIGNATURE_HEADER];
    if (signature === undefined) {
      const id = asked(request);
      await sessions.checkStaff(id, bearerOf(request));
      return figuresOf(id);
    }
    limits.read(request.ip);
    merchantKey.check(signature, signedText(request), now());
    return figuresOf(hub.room(request.params.room).id);
  };
  const guidesOf = (room: RoomFigures) =>
    room.view('guides', (chain, at) => guideReports(chain, config, at), MINUTE);
  const reportFor = async (room: RoomFigures) => {
    const report = await room.view('report', chain => reportOf(chain, room.room, guides, groupNames));
    return { ...report, at: now() };
  };

  app.get<OfRoom>('/v1/rooms/:room/report', async request => reportFor(await forStaff(request)));

  app.get<OfRoom>('/v1/rooms/:room/chain', async (request): Promise<ChainPage> => {
    const room = await forStaff(request);
    const { after, limit } = parse(pageSchema, request.query);
    const nodes = await room.view('links', chain => [...chain.shares.values()]);
    const end = after + limit;
    const rows = nodes.slice(after, end).map(chainRow);
    return { v: 1, rows, ...(end < nodes.length && { after: end }) };
  });

  app.get<OfRoom>('/v1/rooms/:room/guides', async request => {
    const reports = await guidesOf(await forStaff(request));
    return { v: 1, at: now(), guides: [...reports.values()] };
  });

  app.get<OfRoom>('/v1/rooms/:room/guide', async request => {
    const id = asked(request);
    const guide = await sessions.guideOf(id, bearerOf(request));
    const report = (await guidesOf(figuresOf(id))).get(guide);
    if (!report) throw new QunError('not-found', { detail: `this server knows no guide ${guide}` });
    return report;
  });

  app.get<OfRoom>('/v1/rooms/:room/board', async (request, reply) => {
    const id = asked(request);
    const { book } = hub.room(id).sharing;
    const rows = await figuresOf(id).view('board', chain => boardOf(chain, book));
    reply.header('cache-control', 'public, max-age=10');
    return { v: 1, at: now(), rows };
  });

  const sheets: Record<string, (room: RoomFigures) => Promise<string>> = {
    report: async room => reportSheet(await reportFor(room)),
    chain: room => room.view('chain.csv', chainSheet),
    orders: room => room.view('orders.csv', chain => ordersSheet(chain, groupNames)),
    guides: async room => guidesSheet([...(await guidesOf(room)).values()], guides),
  };
  for (const [name, make] of Object.entries(sheets)) {
    app.get<OfRoom>(`/v1/rooms/:room/${name}.csv`, async (request, reply) => {
      const room = await forStaff(request);
      return sendSheet(reply, `${room.room}-${name}.csv`, await make(room));
    });
  }
}

/** What a signature for a GET is of: the method, and the address from the room's name on, as in `GET spring/report.csv`. */
const signedText = ({ method, url }: FastifyRequest): string =>
  `${method} ${url.replace(/^.*?\/v1\/rooms\//, '')}`;

function sendSheet(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('text/csv; charset=utf-8')
    .send(text);
}
