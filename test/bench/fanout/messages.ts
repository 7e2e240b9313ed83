/** What the processes of bench:fanout say to each other. */
export type Kind = 'sse' | 'ws';

/** To a server. `talk`: so many ticks; `flood`: so many large events. */
export type ServerWish =
  { wish: 'talk'; ticks: number; everyMs: number } | { wish: 'flood'; events: number } | { wish: 'look' };

export interface ServerState {
  /** CPU of the process while it did what was wished, µs. */
  cpuUs: number;
  rssBytes: number;
  /** The most there was meanwhile. */
  peakBytes: number;
  connections: number;
  /** Readers cut since they did not read. */
  cut: number;
}

export type ReaderWish =
  | { wish: 'connect'; kind: Kind; port: number; count: number; stalled?: boolean }
  | { wish: 'report' }
  | { wish: 'leave' };

export interface ReaderState {
  connected: number;
  messages: number;
  bytes: number;
  /** From the moment on the message to its arrival, ms, of each. */
  lags: number[];
}
