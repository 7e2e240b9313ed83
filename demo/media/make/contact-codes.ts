import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { correction, generate } from 'lean-qr';
import { ffmpeg } from './encode.js';

/** Modules of white around a code, and pixels of a module. */
const QUIET = 4;
const SCALE = 12;

/** What the codes on the shop's cards lead to: pages of a shop that is made up. */
const CODES = {
  qing: 'https://hillside.example/qing',
  'group-a': 'https://hillside.example/group/a',
  'group-b': 'https://hillside.example/group/b',
} as const;

/** The codes of the shop's contact cards, as pictures that a finger can press and a phone can read. */
export async function makeContactCodes(folder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'qunlive-codes-'));
  try {
    for (const [name, address] of Object.entries(CODES)) {
      const code = generate(address, { minCorrectionLevel: correction.M });
      const side = code.size + QUIET * 2;
      const pixels = Buffer.alloc(side * side, 255);
      for (let y = 0; y < code.size; y += 1)
        for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) pixels[(y + QUIET) * side + x + QUIET] = 0;
      const raw = join(work, `${name}.gray`);
      await writeFile(raw, pixels);
      const from = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${side}x${side}`, '-i', raw];
      const scaled = ['-vf', `scale=iw*${SCALE}:-1:flags=neighbor`, '-frames:v', '1'];
      await ffmpeg([...from, ...scaled, join(folder, 'contacts', `${name}.png`)]);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
