/** Absolute path of the project's folder, with a trailing slash. */
export { root } from './install.mjs';
/** Where the JavaScript of a source file is, relative to the project. */
export function plainOf(path: string): string;
/** The source file of a path that plainOf() gave; other paths as they are. */
export function sourceOf(path: string): string;
/** A file's absolute path as the project says it: relative, of the source, with forward slashes. */
export function shortOf(file: string): string;
/** A stack's places in translated files as those of their sources. */
export function withSources(stack: string): string;
/** Brings test/results/js/ in line with the sources; what has not changed since is left as it is. */
export function writePlainJavaScript(): Promise<void>;
