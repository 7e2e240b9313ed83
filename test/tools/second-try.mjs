// A test that meets real processes, sockets, browsers and clocks can lose a race with the machine it runs on. Its file
// is run once more, alone, when all else is done; what passes then is counted as passed, and named in the output.

/** More files than this are no race. */
const MOST = 3;

/**
 * Files of failed checks that deserve another run; none where a failure has no file, or too many have one.
 * @param {readonly import('./reporters/check.mjs').Check[]} checks
 * @returns {string[]}
 */
export function filesToTryAgain(checks) {
  const failed = checks.filter(check => !check.ok);
  if (failed.some(check => check.file === undefined)) return [];
  const files = [...new Set(failed.map(check => check.file))];
  return files.length <= MOST ? files : [];
}

/**
 * The checks of both runs as one: of a file that was run again, what the second run says counts, as long as it ran at
 * least as many checks.
 * @param {readonly import('./reporters/check.mjs').Check[]} first
 * @param {readonly import('./reporters/check.mjs').Check[]} second
 * @param {readonly string[]} files
 */
export function withSecondTry(first, second, files) {
  const settled = files.filter(file => {
    const of = checks => checks.filter(check => check.file === file);
    return of(second).length >= of(first).length;
  });
  const unsettled = second.filter(check => !check.ok && check.file === undefined);
  return [
    ...first.filter(check => !settled.includes(check.file)),
    ...second.filter(check => settled.includes(check.file)),
    ...unsettled,
  ];
}
