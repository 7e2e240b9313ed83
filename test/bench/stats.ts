/** The middle of the values; of an even number, the lower of the two in the middle, so that it was really measured. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

/** Rows of text as a Markdown table, the first row being the head; every column but the first stands right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const text = rows.map(row => row.map(String));
  const widths = text[0]!.map((_, column) => Math.max(3, ...text.map(row => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(text[0]!), rule, ...text.slice(1).map(line)].join('\n');
}
