import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { limits, parse, parseCommand, QunError, type ParsedCommand } from '../../protocol/index.js';
import type { Sessions } from '../auth/sessions.js';
import type { Hub } from '../hub/hub.js';
import { isPreview } from '../referral/is-preview.js';
import { runsRoom, type Viewer } from '../room/viewer.js';
import type { RoomLimits } from './room-limits.js';

export interface RoomRoutesOptions {
  hub: Hub;
  sessions: Sessions;
  limits: RoomLimits;
  now: () => number;
}

interface OfRoom {
  Params: { room: string };
}

const joinSchema = v.optional(
  v.nullable(
    v.object({
      name: v.optional(v.string()),
      /** By whose link the viewer has come, and from which group: any words, since a bad link refuses nobody. */
      share: v.optional(v.string()),
      group: v.optional(v.string()),
      /** The page was opened anew, not the link. */
      again: v.optional(v.boolean()),
      /** They were here before under another name. */
      met: v.optional(v.boolean()),
      /** `anonymous`: counted, and bound to nobody. */
      attribution: v.optional(v.picklist(['on', 'anonymous'])),
    }),
  ),
  {},
);
const keyPattern = new RegExp(`^[\\x21-\\x7e]{1,${limits.keyLength}}$`);

/** Joining, the snapshot, and commands. The feed has a file of its own. */
export function roomRoutes(app: FastifyInstance, options: RoomRoutesOptions): void {
  const { hub, sessions, now } = options;

  app.post<OfRoom>('/v1/rooms/:room/session', async request => {
    const room = hub.room(request.params.room);
    options.limits.session(request.ip);
    const { name, attribution, ...came } = parse(joinSchema, request.body) ?? {};
    const opened = isPreview(request.headers['user-agent']) ? {} : came;
    return sessions.join(room, bearerOf(request), name, { ...opened, apart: attribution === 'anonymous' });
  });

  app.get<OfRoom>('/v1/rooms/:room/snapshot', async (request, reply) => {
    const feed = hub.feed(request.params.room);
    options.limits.read(request.ip);
    reply.type('application/json; charset=utf-8');
    // One snapshot for all who ask between two ticks; only the clock is each reader's own.
    return `${feed.snapshotJson().slice(0, -1)},"now":${now()}}`;
  });

  const long = { bodyLimit: limits.staffBodyBytes };
  app.post<OfRoom>('/v1/rooms/:room/commands', long, async (request, reply) => {
    const room = hub.room(request.params.room);
    options.limits.command(request.ip);
    const viewer = sessions.viewerOf(room.id, bearerOf(request));
    const key = keyOf(request);
    const command = parseCommand(request.body);
    const admit = () => admitViewer(options.limits, room.id, viewer, command);
    const { answer, at, replayed } = await room.execute({ viewer, command, key, admit });
    // Answered before: the same bytes, so `now` is that of the first time and no clock to go by.
    if (replayed) reply.header('idempotency-replayed', 'true');
    return { ...(answer as object), now: at };
  });
}

function admitViewer(roomLimits: RoomLimits, room: string, viewer: Viewer, command: ParsedCommand): void {
  const name = `${room}/${viewer.id}`;
  switch (command.type) {
    case 'comment.send':
      if (!runsRoom(viewer)) roomLimits.comment(name);
      break;
    case 'coupon.claim':
    case 'sale.reserve':
    case 'sale.wait':
    case 'sale.release':
      return roomLimits.claim(name);
    case 'reaction.send':
      return roomLimits.reaction(name);
    case 'comment.report':
    case 'question.join':
    case 'product.intent':
    case 'share.intend':
    case 'share.show':
    case 'share.erase':
    case 'reminder.set':
    case 'contact.open':
      return roomLimits.word(name);
    default:
  }
}

export function bearerOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  if (authorization === undefined) return undefined;
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new QunError('token-bad', { detail: 'Authorization: Bearer <token>' });
  return token;
}

function keyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') {
    throw new QunError('key-missing', { detail: 'send an Idempotency-Key header, new for every new wish' });
  }
  if (typeof key === 'string' && keyPattern.test(key)) return key;
  const detail = `Idempotency-Key: 1 to ${limits.keyLength} visible ASCII characters`;
  throw new QunError('malformed', { detail, path: 'idempotency-key' });
}
