import { Cluster, Redis, type ChainableCommander, type ClusterOptions, type RedisOptions } from 'ioredis';
import { QunError } from '../../../protocol/index.js';
import type { RedisAddress } from './redis-address.js';
import { isMissingScript, storeFault } from './redis-faults.js';
import type { Script } from './scripts/script.js';

export type Client = Redis | Cluster;
export type Argument = string | number | Buffer;

interface Job {
  script: Script;
  keys: readonly string[];
  args: readonly Argument[];
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Commands under way, past which new ones are refused. */
const MOST = 20_000;
/** Scripts that travel together. */
const BATCH = 128;
/** How long an answer may take, beside the time a write may wait for its replicas, ms. */
const PATIENCE = 3000;

const shared: RedisOptions = {
  connectTimeout: 2000,
  maxRetriesPerRequest: 3,
  enableReadyCheck: true,
  // A primary that has become a replica says so, and the address leads to the new one.
  reconnectOnError: error => (error.message.startsWith('READONLY') ? 2 : false),
};

/** Quick at first, and never all processes at once. */
const backOff = (attempt: number) =>
  Math.min(1000, 25 * 2 ** Math.min(attempt, 6)) * (0.5 + Math.random() / 2);

export function connect(
  address: RedisAddress,
  faulted: (error: Error) => void,
  more: RedisOptions = {},
): Client {
  const { username, password, db, nodes, tls } = address;
  const options: RedisOptions = {
    ...shared,
    commandTimeout: PATIENCE + address.certainty.withinMs,
    // A host that has gone without a word is found out, and another connection tried.
    socketTimeout: 2 * PATIENCE + address.certainty.withinMs,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
    ...more,
  };
  const clusterOptions: ClusterOptions = {
    redisOptions: options,
    clusterRetryStrategy: backOff,
    slotsRefreshTimeout: 1500,
    slotsRefreshInterval: 5000,
    retryDelayOnFailover: 150,
    retryDelayOnClusterDown: 150,
    lazyConnect: true,
  };
  const client = address.cluster
    ? new Cluster([...nodes], clusterOptions)
    : new Redis({ ...options, ...nodes[0], db, retryStrategy: backOff, lazyConnect: true });
  client.on('error', faulted);
  return client;
}

/** Resolves when it answers, however often that takes; rejects where trying again cannot help. */
export function connected(client: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('ready', resolve);
    client.on(
      'error',
      (error: Error) => /\b(WRONGPASS|NOAUTH|NOPERM)\b/.test(error.message) && reject(error),
    );
    client.connect().catch((error: Error) => {
      // The first attempt; others follow by themselves, but not after the last one.
      if (client.status === 'end') reject(error);
    });
  });
}

/**
 * The way to Redis for scripts. What is asked of one room in one turn travels together, and where a write has to be
 * certain, one wait is enough for all of them.
 */
export class RedisLink {
  readonly client: Client;
  /** A wait holds up all that comes after it on its connection, so writes that need one have their own. */
  readonly #careful: Client;
  readonly #address: RedisAddress;
  readonly #queues = new Map<Client, Map<string, Job[]>>();
  #underWay = 0;
  #closing = false;
  #idle: (() => void) | undefined;

  constructor(address: RedisAddress, faulted: (error: Error) => void) {
    this.#address = address;
    this.client = connect(address, faulted);
    const { replicas, disk } = address.certainty;
    this.#careful = replicas > 0 || disk ? connect(address, faulted) : this.client;
  }

  async open(): Promise<void> {
    await Promise.all([...new Set([this.client, this.#careful])].map(connected));
  }

  /** Runs a script that writes what must not be lost: it is answered when it is where it has to be. */
  write<T>(script: Script, keys: readonly string[], args: readonly Argument[]): Promise<T> {
    return this.#queue(script, keys, args, this.#careful);
  }

  /** Runs a script; its first key says where. Throws QunErrors. */
  run<T>(script: Script, keys: readonly string[], args: readonly Argument[]): Promise<T> {
    return this.#queue(script, keys, args, this.client);
  }

  /** Runs a plain command. Throws QunErrors. */
  ask<T>(command: (client: Client) => Promise<T>): Promise<T> {
    return this.#guarded(() => command(this.client));
  }

  /** Refuses what comes later, and resolves when what was begun has been answered. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#underWay > 0) await new Promise<void>(resolve => (this.#idle = resolve));
    this.client.disconnect();
    this.#careful.disconnect();
  }

  #queue<T>(script: Script, keys: readonly string[], args: readonly Argument[], client: Client): Promise<T> {
    return this.#guarded(
      () =>
        new Promise<T>((resolve, reject) => {
          const queues = this.#queues.get(client) ?? new Map<string, Job[]>();
          this.#queues.set(client, queues);
          const slot = /\{.*?\}/.exec(keys[0]!)?.[0] ?? '';
          const job = { script, keys, args, resolve: resolve as (value: unknown) => void, reject };
          const queue = queues.get(slot);
          if (queue) {
            queue.push(job);
            return;
          }
          queues.set(slot, [job]);
          setImmediate(() => this.#flush(client, queues, slot));
        }),
    );
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new QunError('shutting-down', { detail: 'the store is closing' });
    if (this.#underWay >= MOST) {
      throw new QunError('overloaded', { detail: 'too much is under way', retryAfterMs: 1000 });
    }
    this.#underWay += 1;
    try {
      return await work();
    } catch (error) {
      throw storeFault(error);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#idle?.();
    }
  }

  #flush(client: Client, queues: Map<string, Job[]>, slot: string): void {
    const queue = queues.get(slot)!;
    const jobs = queue.splice(0, BATCH);
    if (queue.length > 0) setImmediate(() => this.#flush(client, queues, slot));
    else queues.delete(slot);
    this.#send(client, slot, jobs, 'evalsha').catch((error: unknown) => {
      for (const { reject } of jobs) reject(error);
    });
  }

  async #send(client: Client, slot: string, jobs: readonly Job[], how: 'evalsha' | 'eval'): Promise<void> {
    const pipeline = client.pipeline();
    for (const { script, keys, args } of jobs) {
      pipeline[how](how === 'evalsha' ? script.sha : script.text, keys.length, ...keys, ...args);
    }
    const waits = this.#careful !== this.client && client === this.#careful;
    if (waits) this.#wait(slot, pipeline);
    const answers = (await pipeline.exec()) ?? [];
    const unknown: Job[] = [];
    const uncertain = waits ? this.#uncertain(answers[jobs.length + 1]) : undefined;
    jobs.forEach((job, i) => {
      const [error, value] = answers[i] ?? [new Error('no answer'), undefined];
      if (isMissingScript(error)) unknown.push(job);
      else if (error ?? uncertain) job.reject(error ?? uncertain);
      else job.resolve(value);
    });
    if (unknown.length > 0) await this.#send(client, slot, unknown, 'eval');
  }

  /** Asks that all before it be where it has to be. A write of its own makes that true of repetitions, too. */
  #wait(slot: string, pipeline: ChainableCommander): void {
    const { replicas, disk, withinMs } = this.#address.certainty;
    pipeline.incr(`${this.#address.prefix}${slot}:waits`);
    if (disk) pipeline.call('WAITAOF', 1, replicas, withinMs);
    else pipeline.call('WAIT', replicas, withinMs);
  }

  #uncertain(answer: [Error | null, unknown] | undefined): Error | undefined {
    const { replicas, disk } = this.#address.certainty;
    const [error, value] = answer ?? [new Error('no answer'), undefined];
    if (error) return error;
    const [local, copies] = disk ? (value as [number, number]) : [1, value as number];
    if (copies >= replicas && local >= 1) return undefined;
    return new QunError('overloaded', {
      detail: `written, and not yet where it has to be: ${copies} of ${replicas} replicas`,
      retryAfterMs: 500,
    });
  }
}
