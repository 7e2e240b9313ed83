export type Program = 'redis-server' | 'nginx';
/** Path of a program, or undefined. */
export function findProgram(name: Program): string | undefined;
/** As findProgram, but installs it where there is none; throws when it cannot. */
export function ensureProgram(name: Program): string;
