import type { Stage } from '../faults/stage.js';
import { SoakPage, type Held } from './page.js';

/** Puts a player into a page, waits until its picture moves, and takes it out again, so many times. */
export async function mount(stage: Stage, times: number): Promise<{ before: Held; after: Held }> {
  const { url, src } = stage.makeShop({ renditions: ['lo'] });
  const soak = await SoakPage.open(url);
  try {
    const once = () => soak.page.evaluate(`soak.once(${JSON.stringify(src)})`);
    // What a page has once and for all, it has after the first ones.
    for (let i = 0; i < 3; i += 1) await once();
    await settle(soak);
    const before = await soak.held();
    for (let i = 0; i < times; i += 1) await once();
    await settle(soak);
    return { before, after: await soak.held() };
  } finally {
    await soak.close();
  }
}

/** Waits until nothing is under way that a removed player has let go of. */
async function settle(soak: SoakPage): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = soak.openRequests === 0 ? quiet + 1 : 0)
    await soak.page.waitForTimeout(200);
}
