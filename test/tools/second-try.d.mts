import type { Check } from './reporters/check.mjs';

export function filesToTryAgain(checks: readonly Check[]): string[];
export function withSecondTry(
  first: readonly Check[],
  second: readonly Check[],
  files: readonly string[],
): Check[];
