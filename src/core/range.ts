/** The whole numbers from `from` to `to`, both among them. By hand: Prototype.js puts another `Array.from` in its place. */
export function range(from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let n = from; n <= to; n += 1) numbers.push(n);
  return numbers;
}
