/** One replacement in a source text: [start, end) becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; their order does not matter. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at) throw new Error(`Two edits meet at ${start}.`);
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
