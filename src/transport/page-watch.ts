/** What happens to a page that a connection has to know of. */
export interface PageEvents {
  offline(): void;
  online(): void;
  /** Frozen, or put into the back/forward cache: connections have to be let go. */
  away(): void;
  /** It slept, was frozen, came back, or its clock was set: nothing heard or measured before counts. */
  woke(): void;
  /** It is looked at again, or simply some time has passed: is everything still alive? */
  check(): void;
}

export interface PageWatchOptions {
  /** Between two checks, ms. Default 5000. */
  everyMs?: number | undefined;
  /** Clocks that go on and that can be set, ms. */
  steady?: (() => number) | undefined;
  wall?: (() => number) | undefined;
}

/** Two clocks that drift apart by this much between two checks, ms: a sleep, or somebody has set one. */
const JUMP_MS = 1500;
/** A page that is looked at has its timers run on time; one this late has slept, ms. */
const GAP_MS = 20_000;

const steadyClock = () => (typeof performance === 'undefined' ? Date.now() : performance.now());

/** Listens until the returned function is called. In a place without a page (Node) only time is watched. */
export function watchPage(events: PageEvents, options: PageWatchOptions = {}): () => void {
  const { everyMs = 5000, steady = steadyClock, wall = Date.now } = options;
  const ending = new Set<() => void>();
  const on = (target: EventTarget | undefined, type: string, listen: (event: Event) => void) => {
    if (typeof target?.addEventListener !== 'function') return;
    target.addEventListener(type, listen);
    ending.add(() => target.removeEventListener(type, listen));
  };
  const page = typeof window === 'undefined' ? undefined : window;
  const paper = typeof document === 'undefined' ? undefined : document;
  const hidden = () => paper?.visibilityState === 'hidden';

  on(page, 'offline', () => events.offline());
  on(page, 'online', () => events.online());
  on(page, 'pagehide', event => (event as PageTransitionEvent).persisted && events.away());
  on(page, 'pageshow', event => (event as PageTransitionEvent).persisted && events.woke());
  on(paper, 'freeze', () => events.away());
  on(paper, 'resume', () => events.woke());
  on(paper, 'visibilitychange', () => !hidden() && events.check());

  let last = { steady: steady(), wall: wall() };
  const timer = setInterval(() => {
    const now = { steady: steady(), wall: wall() };
    const [ran, passed] = [now.steady - last.steady, now.wall - last.wall];
    last = now;
    const slept = Math.max(ran, passed) - everyMs > GAP_MS && !hidden();
    if (slept || Math.abs(ran - passed) > JUMP_MS) events.woke();
    else events.check();
  }, everyMs);
  ending.add(() => clearInterval(timer));
  return () => {
    for (const end of ending) end();
    ending.clear();
  };
}
