import { nothing } from 'lit';
import type { CouponPhase } from '../../core/coupon-phase.js';
import { formatDuration } from '../../core/format.js';
import type { HostCommand, RoomState, Sale } from '../../protocol/index.js';
import { renderAction, type DeskView } from './desk-view.js';

const DELAYS_S = [10, 30, 60] as const;

/** Something that the host opens, perhaps announced ahead, and stops. */
export interface Openable {
  /** Tells its buttons from others'. */
  name: string;
  /** Said to assistive technology. */
  label: string;
  phase: CouponPhase;
  find(state: RoomState): Pick<Sale, 'state'> | undefined;
  open(inSeconds: number): HostCommand;
  stop(): HostCommand;
  /** What opening it for the first time is called. Default: to send. */
  nowWords?: string;
  /** What stopping is called. Default: to stop. */
  stopWords?: string;
  /** It can be opened after it was over. */
  again: boolean;
}

/** The buttons that open and stop an offer. */
export function renderOfferActs(view: DeskView, offer: Openable): unknown {
  const { name, label, phase, find } = offer;
  if (phase === 'sold-out') return nothing;
  if (phase === 'open' || phase === 'upcoming') {
    const key = `stop ${name}`;
    return renderAction(view, {
      key,
      words: (phase === 'open' ? offer.stopWords : undefined) ?? view.d('desk.stop'),
      label,
      act: () => view.send(key, offer.stop(), state => find(state)?.state !== 'open'),
    });
  }
  if (phase === 'expired' && !offer.again) return nothing;
  // Announced ahead, everyone's phone opens it in the same second.
  const busy = [0, ...DELAYS_S].some(seconds => view.sending(`open ${name} ${seconds}`));
  return [0, ...DELAYS_S].map(inSeconds => {
    const key = `open ${name} ${inSeconds}`;
    const now = phase === 'expired' ? view.d('desk.openAgain') : (offer.nowWords ?? view.d('desk.openNow'));
    return renderAction(view, {
      key,
      words: inSeconds === 0 ? now : view.d('desk.openIn', { seconds: inSeconds }),
      look: inSeconds === 0 ? 'loud' : 'button--quiet',
      label,
      disabled: busy,
      act: () => view.send(key, offer.open(inSeconds), state => find(state)?.state === 'open'),
    });
  });
}

/** Where an offer stands for everybody, in words; empty where it has not been sent. */
export function offerStands(
  view: Pick<DeskView, 'd' | 'now'>,
  phase: CouponPhase,
  { opensAt, closesAt }: Pick<Sale, 'opensAt' | 'closesAt'>,
): string {
  switch (phase) {
    case 'hidden':
      return '';
    case 'upcoming':
      return view.d('desk.opensIn', { time: formatDuration(opensAt! - view.now) });
    case 'open':
      return closesAt === null
        ? view.d('desk.open')
        : view.d('desk.openUntil', { time: formatDuration(closesAt - view.now) });
    case 'sold-out':
      return view.d('desk.soldOut');
    case 'expired':
      return view.d('desk.stopped');
  }
}
