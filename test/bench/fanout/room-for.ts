import { readFileSync } from 'node:fs';

/** How many files this process may have open; undefined where nobody says. */
function openFiles(): number | undefined {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max open files\s+\d+\s+(\d+)/m.exec(limits)?.[1]) || undefined;
  } catch {
    return undefined;
  }
}

/** Of each kind so many viewers fit into what this machine lets a process open; says what to do where it is fewer. */
export function roomFor(viewers: number): number {
  const most = openFiles();
  if (most === undefined || viewers + 500 <= most) return viewers;
  console.log(
    `This shell lets a process open ${most} files, which is not enough for ${viewers} viewers.
Run \`ulimit -n ${viewers + 1000}\` first (as root, or with a higher hard limit in /etc/security/limits.conf).
Going on with ${most - 500}.\n`,
  );
  return most - 500;
}
