import type { HoldState } from '../core/sale-phase.js';
import type { SaleFigures, Wait } from '../protocol/index.js';
import type { ActionStores } from './actions.js';
import { pause } from './pause.js';

/** Many may be served at once: they ask within so many ms of each other. */
const SPREAD_MS = 1500;
/** Asked in vain, it is asked again after so many ms. */
const AGAIN_MS = 8000;

type Watched = Pick<ActionStores, '$sales' | '$holds' | '$connection'>;
type Ask = (wait: Wait) => Promise<HoldState>;

/**
 * Asks for what has been kept for this viewer while they stood in line. Their ticket can be passed by those who want
 * less, so that one who was told to wait on asks again when the line gets shorter. A line that nobody stands in any more, as
 * after the host has stopped the sale, is not one they stand in.
 */
export class TurnWatch {
  readonly #stores: Watched;
  readonly #ask: Ask;
  /** Sale id → as it stood when it was last asked. */
  readonly #asked = new Map<string, { ticket: number; served: number; waiting: number }>();

  constructor(stores: Watched, ask: Ask) {
    this.#stores = stores;
    this.#ask = ask;
  }

  begin(): void {
    const look = () => this.#look();
    this.#stores.$sales.listen(look);
    this.#stores.$holds.listen(look);
    look();
  }

  #look(): void {
    const { $sales, $holds, $connection } = this.#stores;
    if ($connection.get().status === 'idle') return;
    for (const [saleId, hold] of Object.entries($holds.get())) {
      const figures = $sales.get()[saleId];
      if (hold.status === 'waiting' && figures && this.#due(hold.wait, figures))
        void this.#go(hold.wait, figures);
    }
  }

  #due(wait: Wait, figures: SaleFigures): boolean {
    if (!isTurn(wait, figures)) return false;
    const { saleId, ticket } = wait;
    const { served, waiting } = figures;
    const last = this.#asked.get(saleId);
    return last?.ticket !== ticket || served > last.served || waiting < last.waiting;
  }

  async #go(wait: Wait, { served, waiting }: SaleFigures): Promise<void> {
    const { $connection, $sales } = this.#stores;
    this.#asked.set(wait.saleId, { ticket: wait.ticket, served, waiting });
    const stays = await pause(Math.random() * SPREAD_MS, $connection);
    // Figures may be from before they stood in line.
    const now = $sales.get()[wait.saleId];
    if (!stays || !now || !isTurn(wait, now)) return this.#forget(wait);
    const state = await this.#ask(wait);
    if (state.status !== 'failed') return;
    await pause(AGAIN_MS, $connection);
    this.#forget(wait);
    this.#look();
  }

  #forget({ saleId }: Wait): void {
    this.#asked.delete(saleId);
  }
}

const isTurn = ({ ticket }: Wait, { served, waiting }: SaleFigures) => ticket <= served || waiting === 0;
