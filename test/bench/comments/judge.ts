import type { Comparison } from './compare.js';
import type { Contest } from './contenders.js';
import { added, middle, type Middle } from './report.js';

/** A difference in frames a second that two runs of one page have as well. */
const SAME_FPS = 0.5;
/** The flood that more is promised of, messages a second. */
const FLOOD = 1000;

/** What of our promises does not hold at this rate. */
export function judge(set: Contest, rate: number, { runs, empty, counts }: Comparison): string[] {
  if (!counts) return [`${set.title} at ${rate}: not judged, the machine was busy`];
  const base = middle(empty);
  const ours = middle(runs.get(set.ours) ?? []);
  const peers = set.peers.map(name => ({ name, ...middle(runs.get(name) ?? []) }));
  const wrong: string[] = [];
  const hold = (holds: boolean, what: string) => {
    if (!holds) wrong.push(`${set.title} at ${rate}: ${what}`);
  };
  const frames = ({ fps, drawn }: Middle) => (drawn < fps ? drawn : fps);
  for (const peer of peers) {
    const faster = `${peer.name} has ${frames(peer).toFixed(1)} frames a second, ours ${frames(ours).toFixed(1)}`;
    hold(frames(ours) >= frames(peer) - SAME_FPS, faster);
    const lighter = `${peer.name} takes ${added(peer, base).toFixed(0)} ms of the main thread, ours ${added(ours, base).toFixed(0)}`;
    hold(added(ours, base) <= added(peer, base), lighter);
  }
  if (set.title === 'list') {
    hold(
      ours.last <= 1000,
      `the last message was shown ${ours.last.toFixed(0)} ms after the end, not within 1 s`,
    );
    hold(ours.elements < 300, `${ours.elements} elements, not under 300`);
  } else {
    hold(ours.overlaps === 0, `${ours.overlaps} times two lines covered one another`);
    const counted = `of ${ours.all}, ${ours.shown} were shown and ${ours.skipped} counted as left out`;
    hold(ours.shown + ours.skipped === ours.all, counted);
    hold(ours.skipped === 0 || ours.told > 0, `${ours.skipped} were left out, and the page was not told`);
  }
  if (rate < FLOOD) return wrong;
  const least = set.title === 'list' ? 58 : 55;
  hold(frames(ours) >= least, `${frames(ours).toFixed(1)} frames a second, not ${least}`);
  if (set.title === 'overlay') return wrong;
  hold(ours.smooth >= 0.95, `${(ours.smooth * 100).toFixed(1)} % of frames within 17 ms, not 95`);
  const best = Math.min(...peers.map(peer => added(peer, base)));
  const part = `${added(ours, base).toFixed(0)} ms of the main thread, more than half of the best peer's ${best.toFixed(0)}`;
  hold(added(ours, base) <= best / 2, part);
  return wrong;
}
