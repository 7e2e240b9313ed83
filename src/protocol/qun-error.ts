import { codes, type Code } from './codes.js';

export interface QunErrorOptions {
  /** What exactly was wrong, in English, for the developer. Never shown to viewers. */
  detail?: string;
  /** Where in the input it was wrong, as `products[3].price`. */
  path?: string;
  /** Milliseconds after which a retry may work. */
  retryAfterMs?: number;
  cause?: unknown;
}

/** The only error that crosses our borders: a code of the table, and what a developer needs to mend it. */
export class QunError extends Error {
  readonly code: Code;
  readonly path: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: Code, options: QunErrorOptions = {}) {
    super(options.detail ?? code);
    this.name = 'QunError';
    this.code = code;
    this.path = options.path;
    this.retryAfterMs = options.retryAfterMs;
    if (options.cause !== undefined) (this as { cause?: unknown }).cause = options.cause;
  }

  get number(): number {
    return codes[this.code].number;
  }

  /** Worth trying again, with a jittered back-off. */
  get temporary(): boolean {
    return codes[this.code].kind === 'temporary';
  }

  static from(value: unknown, fallback: Code = 'internal'): QunError {
    if (value instanceof QunError) return value;
    return new QunError(fallback, { detail: wordsOf(value), cause: value });
  }
}

/** Anything can be thrown, and some of it cannot even be written down. */
function wordsOf(value: unknown): string {
  try {
    return value instanceof Error ? value.message : String(value);
  } catch {
    return 'something that has no words was thrown';
  }
}
