import type { Check } from './reporters/check.mjs';

export function filesToTryAgain(checks: readonly Check[], own: readonly string[]): string[];
export function withSecondTry(first: readonly Check[], second: readonly Check[]): Check[];
