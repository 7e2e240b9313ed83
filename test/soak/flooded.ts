import { heapOf, metrics, openPage } from '../bench/comments/measure.js';
import { slope } from './slope.js';

/** What a page holds that is being flooded with comments, after all that can be thrown away has been. */
export interface FloodLook {
  readonly minute: number;
  /** Bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Elements in the list or overlay. */
  readonly elements: number;
}

/** The most a figure may grow in a minute. */
const bounds = { heap: 30_000, nodes: 10, listeners: 1, elements: 2 } as const;

/** Floods one page for so long, and looks at what it holds `looks` times on the way. */
export async function flooded(
  url: string,
  { rate, minutes, looks }: { rate: number; minutes: number; looks: number },
  tell: (look: FloodLook) => void = () => {},
): Promise<FloodLook[]> {
  const { browser, page, session } = await openPage(url, 1);
  const seen: FloodLook[] = [];
  try {
    for (let look = 1; look <= looks; look += 1) {
      await page.evaluate(`flood.pour(${rate}, ${(minutes * 60_000) / looks}).then(() => flood.settled())`);
      const heap = await heapOf(session);
      const metric = await metrics(session);
      seen.push({
        minute: (look * minutes) / looks,
        heap,
        nodes: metric('Nodes'),
        listeners: metric('JSEventListeners'),
        elements: (await page.evaluate('flood.elements()')) as number,
      });
      tell(seen[seen.length - 1]!);
    }
    return seen;
  } finally {
    await browser.close();
  }
}

/** What has grown in the second half; in the first the engine learns the code that runs so often. */
export function grown(looks: readonly FloodLook[]): string[] {
  const steady = looks.slice(Math.floor(looks.length / 2));
  const at = steady.map(({ minute }) => minute);
  return (Object.keys(bounds) as (keyof typeof bounds)[]).flatMap(of => {
    const grows = slope(
      at,
      steady.map(look => look[of]),
    );
    const may = bounds[of];
    return grows > may ? [`${of} grows by ${grows.toFixed(1)} a minute, and may by ${may}`] : [];
  });
}
