export interface Check {
  readonly name: string;
  /** Relative to the project's folder, with forward slashes. */
  readonly file?: string;
  readonly ok: boolean;
  /** The full text of a failure. */
  readonly error?: string;
}
export function toLine(check: Check): string;
/** The check a line of output carries, if it carries one. */
export function fromLine(line: string): Check | undefined;
