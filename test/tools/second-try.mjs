// A test that meets real processes, sockets, browsers and clocks can lose a race with the machine it runs on. Its file
// is run once more, alone, when all else is done; what passes then is counted as passed, and named in the output.

/** More files than this are no race. */
const MOST = 3;

/**
 * Files of failed checks that deserve another run; none where a failure has no file, or too many have one. A test that
 * is made by a file beside the stage's `own` does not say which of them it belongs to: then all of them run again.
 * @param {readonly import('./reporters/check.mjs').Check[]} checks
 * @param {readonly string[]} own
 * @returns {string[]}
 */
export function filesToTryAgain(checks, own) {
  const failed = checks.filter(check => !check.ok);
  if (failed.some(check => check.file === undefined)) return [];
  const files = [...new Set(failed.map(check => check.file))];
  if (files.length > MOST) return [];
  return files.every(file => own.includes(file)) ? files : [...own];
}

/**
 * The checks of both runs as one: of a file that was run again, what the second run says counts, as long as it ran at
 * least as many checks.
 * @param {readonly import('./reporters/check.mjs').Check[]} first
 * @param {readonly import('./reporters/check.mjs').Check[]} second
 */
export function withSecondTry(first, second) {
  const of = (checks, file) => checks.filter(check => check.file === file);
  const again = [...new Set(second.map(check => check.file))];
  const settled = again.filter(
    file => file !== undefined && of(second, file).length >= of(first, file).length,
  );
  return [
    ...first.filter(check => !settled.includes(check.file)),
    ...second.filter(check => settled.includes(check.file)),
    ...second.filter(check => !check.ok && check.file === undefined),
  ];
}
