import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Hub } from '../hub/hub.js';
import type { HubWatch } from '../hub/hub-watch.js';
import type { WebhookWatch } from '../trade/webhook-sender.js';
import { measuredStore } from './measured-store.js';
import type { RoomStore } from '../store/room-store.js';

/** Seconds. From a tick to a handful of readers to one that a whole process is too busy for. */
const FANOUT = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const STORE = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/**
 * What a server counts about itself, for Prometheus. Counted once for a frame, a command or a call of the store, never
 * once for a reader; figures that somebody holds anyway are read when they are asked for. `docs/scale.md` has the names.
 */
export class RoomMetrics {
  readonly #registry = new Registry();
  readonly #claims = this.#counter('claims_total', 'Claims answered, by outcome.', ['result']);
  readonly #reserved = this.#counter('reservations_total', 'Wishes in flash sales answered, by outcome.', [
    'result',
  ]);
  readonly #accepted = this.#counter('comments_accepted_total', 'Comments taken, by standing.', ['standing']);
  readonly #refused = this.#counter('refused_total', 'Requests refused, by code.', [
    'route',
    'command',
    'code',
  ]);
  readonly #store = this.#histogram('store_seconds', 'What the store took.', STORE, ['operation']);
  readonly #failed = this.#counter('store_failed_total', 'Calls of the store without an answer.', [
    'operation',
    'code',
  ]);
  readonly #trade = this.#counter('trade_total', 'Orders and codes taken in, by outcome.', [
    'what',
    'result',
  ]);
  readonly #passedOn = this.#counter(
    'referrals_total',
    'Links opened, once more within half an hour, ways of passing on opened, persons forgotten.',
    ['what'],
  );
  readonly #figures = this.#histogram('figures_seconds', 'What reading new rows of a chain took.', STORE, []);
  readonly watch: HubWatch = this.#watching();
  readonly webhook: WebhookWatch = this.#telling();

  /** Reads from now on what `hub` holds. */
  read(hub: Hub): void {
    this.#gauge('feed_streams', 'Streams open on this process.', [], gauge => gauge.set(hub.connections));
    this.#gauge('room_online', 'Streams open in a room, on all processes.', ['room'], gauge => {
      gauge.reset();
      for (const room of hub.rooms) gauge.set({ room: room.id }, hub.feed(room.id).online);
    });
    this.#gauge('room_seq', 'Head of the log.', ['room'], gauge => {
      gauge.reset();
      for (const room of hub.rooms) gauge.set({ room: room.id }, room.seq);
    });
    this.#gauge('feed_streams_max', 'Streams that may be open.', [], gauge => gauge.set(hub.maxConnections));
    const level =
      '0: nothing is left out. 1 to 3: of 2, 4, 8 ticks one is made; at 3 no new stream is let in.';
    this.#gauge('load_level', level, [], gauge => gauge.set(hub.load.level));
    const lag = 'How long what comes in waits for the event loop on average.';
    this.#gauge('loop_lag_seconds', lag, [], gauge => gauge.set(hub.load.lagMs / 1000));
    this.#process();
  }

  /** The same store; what it takes and what it answers is counted. */
  measure(store: RoomStore): RoomStore {
    return measuredStore(store, {
      took: (operation, seconds) => this.#store.observe({ operation }, seconds),
      failed: (operation, code) => this.#failed.inc({ operation, code }),
      claimed: result => this.#claims.inc({ result }),
      reserved: result => this.#reserved.inc({ result }),
      traded: (what, result) => this.#trade.inc({ what, result }),
      passedOn: what => this.#passedOn.inc({ what }),
      commented: standing => this.#accepted.inc({ standing }),
    });
  }

  /** A room's figures were brought up to date. */
  readonly lookedAtFigures = (ms: number): void => this.#figures.observe(ms / 1000);

  /** A request was answered with an error. */
  refused(route: string, command: string, code: string): void {
    this.#refused.inc({ route, command, code });
  }

  /** The text that Prometheus reads. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #watching(): HubWatch {
    const opened = this.#counter('feed_opened_total', 'Streams begun: gone on with, or from a snapshot.', [
      'how',
    ]);
    const ended = this.#counter('feed_ended_total', 'Streams ended. slow and stalled were cut by us.', [
      'why',
    ]);
    const messages = this.#counter('feed_messages_total', 'Frames times readers.', ['event']);
    const bytes = this.#counter('feed_bytes_total', 'Bytes of frames times readers.', ['event']);
    const late = 'From when a frame was due to when its last reader had been written to.';
    const fanout = this.#histogram('fanout_seconds', late, FANOUT, ['event']);
    const shown = this.#counter('comments_shown_total', 'Comments that ticks carried.');
    const more = this.#counter('comments_counted_total', 'Comments that ticks only counted.');
    const skipped = this.#counter('ticks_skipped_total', 'Ticks left out under load.');
    return {
      opened: how => opened.inc({ how }),
      ended: why => ended.inc({ why }),
      fanned(event, readers, size, lateMs) {
        messages.inc({ event }, readers);
        bytes.inc({ event }, size * readers);
        fanout.observe({ event }, lateMs / 1000);
      },
      talked(carried, counted) {
        shown.inc(carried);
        more.inc(counted);
      },
      skipped: () => skipped.inc(),
    };
  }

  #telling(): WebhookWatch {
    const sent = this.#counter('webhook_deliveries_total', 'Deliveries to the merchant, by outcome.', [
      'outcome',
    ]);
    const told = this.#counter('webhook_events_total', 'Events the merchant has acknowledged.');
    const waiting = new Map<string, number | undefined>();
    const help = 'How long the oldest event has waited that is not acknowledged; of the process that sends.';
    this.#gauge('webhook_behind_seconds', help, ['room'], gauge => {
      for (const [room, since] of waiting) {
        gauge.set({ room }, since === undefined ? 0 : Math.max(0, Date.now() - since) / 1000);
      }
    });
    return {
      delivered(outcome, events) {
        sent.inc({ outcome });
        if (outcome === '2xx') told.inc(events);
      },
      waiting: (room, since) => waiting.set(room, since),
    };
  }

  /** Under the names that every client of Prometheus gives them. */
  #process(): void {
    const registers = [this.#registry];
    const seconds = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    };
    new Counter({
      name: 'process_cpu_seconds_total',
      help: 'CPU time of the process.',
      registers,
      collect() {
        this.reset();
        this.inc(seconds());
      },
    });
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({ name, help, registers, collect: metric(value) });
    gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
    const started = Date.now() / 1000 - process.uptime();
    gauge('process_start_time_seconds', 'When the process began, since 1970.', () => started);
  }

  #counter<T extends string>(name: string, help: string, labelNames: T[] = []): Counter<T> {
    return new Counter({ name: `qunlive_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #histogram<T extends string>(name: string, help: string, buckets: number[], labelNames: T[]): Histogram<T> {
    return new Histogram({ name: `qunlive_${name}`, help, buckets, labelNames, registers: [this.#registry] });
  }

  #gauge<T extends string>(name: string, help: string, labelNames: T[], collect: (gauge: Gauge<T>) => void) {
    new Gauge({
      name: `qunlive_${name}`,
      help,
      labelNames,
      registers: [this.#registry],
      collect() {
        collect(this);
      },
    });
  }
}

const metric = (value: () => number) =>
  function (this: Gauge) {
    this.set(value());
  };
