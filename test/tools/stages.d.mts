/** Every `*.test.ts` under the folders, relative and with forward slashes, in a stable order. */
export function testsUnder(...folders: string[]): string[];
/** What `npm test` is made of, in the order in which it begins. */
export const stages: readonly {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly files?: () => string[];
}[];
