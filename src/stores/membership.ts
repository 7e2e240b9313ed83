import type { WritableAtom } from 'nanostores';
import type { ClaimState } from '../core/coupon-phase.js';
import { QunError, type Session, type Speaker } from '../protocol/index.js';
import type { RoomTransport } from '../transport/room-transport.js';
import type { Own } from './room.js';

export interface MembershipOptions {
  transport: RoomTransport;
  $own: WritableAtom<Own>;
  $viewer: WritableAtom<Speaker | undefined>;
  $claims: WritableAtom<Readonly<Record<string, ClaimState>>>;
  fault(error: QunError): void;
}

/** Who this viewer is in the room and what they hold. Joins once; a failed attempt is forgotten and made again. */
export class Membership {
  readonly #options: MembershipOptions;
  /** As last heard; undefined: not joined yet. */
  session: Session | undefined;
  #joining: Promise<void> | undefined;
  #present = false;

  constructor(options: MembershipOptions) {
    this.#options = options;
  }

  /** The room is being watched: joins without being asked, and tells of failure as a fault. */
  begin(): void {
    this.#present = true;
    this.#joinQuietly();
  }

  end(): void {
    this.#present = false;
  }

  /** There is a way to the server: joins where that has not been possible so far. */
  retry(): void {
    if (this.#present && !this.session && !this.#joining) this.#joinQuietly();
  }

  /** Resolves when the server knows this viewer. Rejects with a QunError. */
  join(): Promise<void> {
    this.#joining ??= this.renew().catch((cause: unknown) => {
      this.#joining = undefined;
      throw QunError.from(cause, 'network');
    });
    return this.#joining;
  }

  /** Asks anew who this viewer is. Rejects with a QunError. */
  async renew(): Promise<void> {
    this.become(await this.#options.transport.join());
  }

  /** This viewer is `session`'s from now on: what they hold is what it says, and nothing of who they were before. */
  become(session: Session): void {
    const { $own, $viewer, $claims } = this.#options;
    this.session = session;
    this.#joining = Promise.resolve();
    const before = $viewer.get();
    // What this visit has learnt is fresher than the session, as long as it is the same person's.
    const known = before === undefined || before.id === session.viewer.id ? $claims.get() : {};
    const claims = { ...known };
    for (const claim of session.claims) {
      if (known[claim.couponId]?.status === 'claimed') continue;
      claims[claim.couponId] = { status: 'claimed', claim, already: true };
    }
    for (const id of session.entered ?? []) claims[id] ??= { status: 'entered', drawsAt: null };
    const { share, reserved, guide } = session;
    $own.set({ share, reserved, guide });
    // Another object each time: whoever listens hears of the session, also where the viewer is the same.
    $viewer.set({ ...session.viewer });
    $claims.set(claims);
  }

  #joinQuietly(): void {
    this.join().catch((error: unknown) => {
      // Called off by leaving: nobody's fault.
      if (this.#present) this.#options.fault(QunError.from(error));
    });
  }
}
