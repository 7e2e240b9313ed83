// The one line in which every tool of the test run tells the runner about one check.
const mark = '@@check ';

/**
 * @typedef {{ name: string, file?: string, ok: boolean, error?: string }} Check
 * `file` is relative to the project's folder, with forward slashes; `error` is the full text of a failure.
 */

/** @param {Check} check */
export const toLine = check => `${mark}${JSON.stringify(check)}\n`;

/** @returns {Check | undefined} the check a line of output carries, if it carries one */
export const fromLine = line => (line.startsWith(mark) ? JSON.parse(line.slice(mark.length)) : undefined);
