/** npm run new <name> — writes a small finished element to start from, and says what is left to do. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../install.mjs';
import { elementFiles, isName } from './element-files.js';

async function main(name: string | undefined): Promise<string> {
  if (!name || !isName(name)) throw new Error('npm run new <name>, in kebab case and without qun-: gift-box');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { files, chinese } = elementFiles(name, version);
  const there = Object.keys(files).filter(path => existsSync(join(root, path)));
  if (there.length > 0) throw new Error(`There is already ${there.join(', ')}.`);

  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // How long a line is depends on the name, so it is set here and not in the template.
    const options = { ...(await resolveConfig(join(root, path))), filepath: path };
    writeFileSync(join(root, path), await format(text, options));
  }
  const wordsFile = join(root, 'docs/i18n/api.zh-CN.json');
  const words = JSON.parse(readFileSync(wordsFile, 'utf8')) as Record<string, unknown>;
  writeFileSync(wordsFile, `${JSON.stringify({ ...words, [`qun-${name}`]: chinese }, null, 2)}\n`);
  // What it says of other pages is for their authors.
  spawnSync(process.execPath, ['--import', 'tsx', 'docs/build/api.ts'], { cwd: root, stdio: 'inherit' });

  return [
    ...Object.keys(files),
    '',
    `Next: import './define/qun-${name}.js' in src/qunlive.ts or src/qunlive-host.ts, then npm run sizes.`,
    `Try:  node test/run.mjs --only browser src/elements/${name}`,
  ].join('\n');
}

try {
  console.log(await main(process.argv[2]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
