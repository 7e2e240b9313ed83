/** What a request is answered with, and how badly. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
  /** `reset`: the connection is cut. `hang`: nothing is said until `until`, then it is cut. */
  manner?: { kind: 'reset' } | { kind: 'hang'; until: number } | { kind: 'slow'; bytesPerSecond: number };
}

const OPEN = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  // A fault that a cache hides is none.
  'cache-control': 'no-store',
};

export function reply(body: Buffer | string, type: string): Reply {
  return { status: 200, headers: { ...OPEN, 'content-type': type }, body };
}

export function refusal(status: number, words = 'no'): Reply {
  return { status, headers: { ...OPEN, 'content-type': 'text/plain; charset=utf-8' }, body: `${words}\n` };
}

export function json(value: unknown, status = 200): Reply {
  const body = `${JSON.stringify(value, null, 2)}\n`;
  return { status, headers: { ...OPEN, 'content-type': 'application/json; charset=utf-8' }, body };
}
