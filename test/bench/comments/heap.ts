import { flooded, grown } from '../../soak/flooded.js';
import type { Contest } from './contenders.js';
import type { Shop } from './shop.js';

/** Between two looks, s. */
const EVERY_S = 15;

/** Floods ours for so long, and tells what has grown meanwhile. */
export async function heapReport(
  shop: Shop,
  contests: readonly Contest[],
  minutes: number,
  rate: number,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { title, ours } of contests) {
    console.log(`\n${ours}: ${rate} messages a second for ${minutes} minutes`);
    const looks = Math.max(5, Math.round((minutes * 60) / EVERY_S));
    const seen = await flooded(shop.url(title, ours), { rate, minutes, looks }, look => {
      const { minute, heap, nodes, listeners, elements } = look;
      const rest = `${nodes} nodes  ${listeners} listeners  ${elements} elements`;
      console.log(`${minute.toFixed(1).padStart(5)} min  ${(heap / 1e6).toFixed(3)} MB  ${rest}`);
    });
    const broken = grown(seen).map(line => `${ours}: ${line}`);
    console.log(broken.length === 0 ? 'Nothing grows.' : broken.map(line => `✗ ${line}`).join('\n'));
    wrong.push(...broken);
  }
  return wrong;
}
