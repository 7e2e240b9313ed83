import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/install.mjs';

/** A file of the project: its path from the top, with forward slashes, and what it says. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every file that git keeps or would keep, so that what is ignored stays out of the rules. */
export function projectFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const list = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return [...new Set(list.split('\0'))].filter(path => path !== '' && existsSync(join(root, path))).sort();
}

export const read = (path: string): SourceFile => ({ path, text: readFileSync(join(root, path), 'utf8') });

/** A contract is a suite that several tests run, so it is test code as well. */
export const isTest = (path: string): boolean => /(\.test|-contract)\.ts$/.test(path);

/** TypeScript below a folder, without tests and declarations. */
export function sources(folder: string): SourceFile[] {
  const wanted = (path: string): boolean =>
    path.startsWith(`${folder}/`) && path.endsWith('.ts') && !path.endsWith('.d.ts') && !isTest(path);
  return projectFiles().filter(wanted).map(read);
}
