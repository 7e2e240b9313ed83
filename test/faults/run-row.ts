import { setTimeout as sleep } from 'node:timers/promises';
import { optionsOf, PLAYING, type Row } from './rows.js';
import type { PlayerName, Stage } from './stage.js';
import { measure, type Figures, type Watched } from './measure.js';

/** A page of any browser that can be driven. */
export interface DrivenPage {
  goto(url: string): Promise<unknown>;
  evaluate(code: string): Promise<unknown>;
  close(): Promise<void>;
}

/** How long a player may take to its first picture, ms. */
const START_MS = 25_000;
/** It plays for so long before anything happens, ms. */
const STEADY_MS = 3500;
/** A fault that lasts an instant shows itself within this time, for it has to be played to first, ms. */
const SHOWN_MS = 7000;
/** By then it has to be as it was, ms. */
const BACK_MS = 15_000;
const LOOK_MS = 250;

/** Plays a stream, breaks it, and watches until the picture is where it was, or until there is no more hope. */
export async function runRow(
  stage: Stage,
  row: Row,
  { player, seconds, open }: { player: PlayerName; seconds: number; open(): Promise<DrivenPage> },
): Promise<Figures> {
  const { stream, url } = stage.makeStream(player, optionsOf(row));
  const page = await open();
  try {
    const watched = async () => (await page.evaluate('window.watched()')) as Watched;
    const breakIt = () => {
      const playlists = stream.requests.since().filter(({ target }) => target === 'playlist');
      const playing = playlists[playlists.length - 1]?.rendition;
      for (const wish of row.breaks(seconds)) {
        stream.inflict(wish.rendition === PLAYING ? { ...wish, rendition: playing } : wish);
      }
      return Date.now();
    };
    let brokenAt = row.fromStart ? breakIt() : 0;
    await page.goto(url);
    if (row.phase)
      await page.evaluate(
        `document.querySelector('qun-live-player') && (document.querySelector('qun-live-player').phase = '${row.phase}')`,
      );
    const outageMs = row.lasting ? seconds * 1000 : 0;
    const started = await until(watched, START_MS + (row.fromStart ? outageMs : 0), seen => steady(seen));
    if (!row.fromStart && started) brokenAt = breakIt();
    const base = { brokenAt, endsAt: brokenAt + outageMs };
    const begun = await watched();
    const leastMs = row.fromStart ? 0 : row.lasting ? outageMs + 3000 : SHOWN_MS;
    await sleep(Math.max(0, brokenAt + leastMs - Date.now()));
    const deadline = base.endsAt + BACK_MS;
    const figures = async () =>
      measure({ ...base, begun, seen: await watched(), requests: stream.requests.since(0) });
    let last = await figures();
    while (!last.back && Date.now() < deadline) {
      await sleep(LOOK_MS);
      last = await figures();
    }
    return last;
  } finally {
    await page.close();
  }
}

const steady = ({ now, firstFrameAt, lastFrameAt, stalls }: Watched) => {
  const since = Math.max(firstFrameAt, stalls[stalls.length - 1]?.to ?? 0);
  return firstFrameAt > 0 && now - since > STEADY_MS && now - lastFrameAt < 350;
};

async function until(
  look: () => Promise<Watched>,
  ms: number,
  good: (seen: Watched) => boolean,
): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (good(await look())) return true;
    await sleep(LOOK_MS);
  }
  return false;
}
