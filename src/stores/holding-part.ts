import { holdStateOf, type HoldState } from '../core/sale-phase.js';
import { QunError, type ReserveAnswer } from '../protocol/index.js';
import type { ActionStores } from './actions.js';
import { LapseWatch } from './lapse-watch.js';
import type { Room, ReserveOptions } from './room.js';
import type { RoomContext } from './room-context.js';
import { holdsOf } from './holds-of.js';
import { TurnWatch } from './turn-watch.js';

/** What of a room is done by its viewer in flash sales. */
export interface Holding extends Pick<Room, 'reserve' | 'waitFor' | 'release'> {
  /** Keeps `$holds` true from now on. Called as often as one likes. */
  mind(): void;
}

/** What is kept for this viewer in one room, and what they ask for. */
export function createHolding(context: RoomContext, stores: ActionStores): Holding {
  const { transport, clock, join, makeId } = context;
  const { $holds, $viewer } = stores;
  /** Sale id → server time, ms, of the last answer to this viewer. */
  const heardAt = new Map<string, number>();
  const pending = new Map<string, Promise<HoldState>>();
  // A failed wish is tried again under its own key: it may have been granted and only the answer lost.
  const keys = new Map<string, string>();

  const set = (saleId: string, state: HoldState) => {
    $holds.set({ ...$holds.get(), [saleId]: state });
    return state;
  };
  const failed = (cause: unknown): HoldState => ({ status: 'failed', code: QunError.from(cause).code });

  /** One wish at a time for a sale: taps that follow share the outcome of the first. */
  const once = (saleId: string, work: () => Promise<HoldState>) => {
    let promise = pending.get(saleId);
    if (!promise) {
      promise = work().finally(() => pending.delete(saleId));
      pending.set(saleId, promise);
    }
    return promise;
  };

  const send = async <A>(wish: string, work: (key: string) => Promise<A>): Promise<A> => {
    const key = keys.get(wish) ?? makeId();
    keys.set(wish, key);
    try {
      const answer = await work(key);
      keys.delete(wish);
      return answer;
    } catch (cause) {
      const error = QunError.from(cause);
      if (!error.temporary) keys.delete(wish);
      throw error;
    }
  };

  /** The outcome of `work`, heard by this viewer: what somebody is told who has signed in as another since is not theirs. */
  const hear = async (saleId: string, work: () => Promise<HoldState>): Promise<HoldState> => {
    await join();
    const who = $viewer.get()?.id;
    const state = await work().catch(failed);
    if (who !== $viewer.get()?.id) return state;
    if (state.status === 'failed') return state;
    heardAt.set(saleId, clock.now());
    return set(saleId, state);
  };

  const ask = (type: 'sale.reserve' | 'sale.wait', saleId: string, options: ReserveOptions) =>
    hear(saleId, async () => {
      const { variantId, quantity = 1 } = options;
      const pieces = { saleId, quantity, ...(variantId === undefined ? {} : { variantId }) };
      const wish = JSON.stringify([$viewer.get()?.id, type, pieces]);
      return holdStateOf(await send<ReserveAnswer>(wish, key => transport.send({ type, ...pieces }, key)));
    });

  /** As the viewer asks for it: on the screen from the tap on, and so is what came of it. */
  const wish = (type: 'sale.reserve' | 'sale.wait', saleId: string, options: ReserveOptions = {}) => {
    mind();
    return once(saleId, async () => {
      set(saleId, { status: 'asking' });
      const state = await ask(type, saleId, options).catch(failed);
      // Whoever has signed in as another meanwhile has a screen of their own.
      const shown = $holds.get()[saleId];
      return shown?.status === 'asking' ? set(saleId, state) : state;
    });
  };

  const giveBack = (saleId: string) =>
    hear(saleId, async () => {
      const wish = JSON.stringify([$viewer.get()?.id, saleId]);
      await send(wish, key => transport.send({ type: 'sale.release', saleId }, key));
      return { status: 'idle' };
    });

  const turns = new TurnWatch(stores, ({ saleId, variantId, quantity }) =>
    once(saleId, () => ask('sale.reserve', saleId, { variantId, quantity })).catch(failed),
  );
  const lapses = new LapseWatch(stores, clock, () => context.renew());

  let whose = $viewer.get()?.id;
  /** What the session says counts, but for what is being asked just now. */
  const learn = () => {
    const session = context.session();
    if (!session) return;
    const same = whose === undefined || whose === session.viewer.id;
    whose = session.viewer.id;
    if (!same) heardAt.clear();
    $holds.set(holdsOf(session, same ? $holds.get() : {}, heardAt));
  };
  let minding = false;
  const mind = () => {
    if (minding) return;
    minding = true;
    $viewer.listen(learn);
    learn();
    turns.begin();
    lapses.begin();
  };

  return {
    mind,
    reserve: (saleId, options) => wish('sale.reserve', saleId, options),
    waitFor: (saleId, options) => wish('sale.wait', saleId, options),
    release: saleId => once(saleId, () => giveBack(saleId).catch(failed)),
  };
}
