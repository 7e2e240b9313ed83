import { createHash } from 'node:crypto';
import type { Role, Speaker } from '../../protocol/index.js';

/** Who asks. Made once per session and carried by the room token, so a command needs no look-up. */
export interface Viewer {
  /** A pseudonym of this room; the merchant's own id never reaches other viewers. */
  id: string;
  role: Role;
  name?: string | undefined;
  /** The number of a viewer without a name. */
  guest?: number | undefined;
  /** The merchant's own id of this person; absent: anonymous. */
  subject?: string | undefined;
  /** What the merchant says this person has done, as conditions of coupons name it. */
  did?: readonly string[] | undefined;
  /** The id of the shop's guide whom this is. */
  guide?: string | undefined;
  /** The share by whose link they came. */
  by?: string | undefined;
  /** In the chain of shares nobody is to know them for who they are here. */
  apart?: true | undefined;
  /** In the room without a break since this server time, ms. */
  since: number;
}

/** What the others may know. */
export function speakerOf({ id, role, name, guest }: Viewer): Speaker {
  return { id, role, ...(name === undefined ? {} : { name }), ...(guest === undefined ? {} : { guest }) };
}

/** Host and assistants run the room; viewers watch it. */
export const runsRoom = ({ role }: Pick<Viewer, 'role'>) => role === 'host' || role === 'assistant';

/** Four digits that stay with the id: enough to tell guests apart in a conversation. */
export const guestNumber = (id: string) =>
  1000 + (createHash('sha256').update(id).digest().readUInt32BE() % 9000);
