export interface LockEntry {
  version?: string;
  optional?: boolean;
  peer?: boolean;
  link?: boolean;
}
/** Absolute path of the project's folder, with a trailing slash. */
export const root: string;
export function stalePackage(
  wanted: Record<string, LockEntry>,
  installed: Record<string, LockEntry>,
): { path: string; wanted?: string; installed?: string } | undefined;
/** Makes node_modules match package-lock.json; throws with what to do when npm cannot. */
export function ensureInstalled(options?: { log?: (line: string) => void }): void;
