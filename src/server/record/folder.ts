import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A folder that is written so that whoever reads it meanwhile never meets half a file. */
export class Folder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  async write(name: string, value: unknown): Promise<void> {
    const file = join(this.path, name);
    await mkdir(dirname(file), { recursive: true });
    const half = `${file}.${process.pid}.part`;
    await writeFile(half, JSON.stringify(value));
    await rename(half, file);
  }

  /** Undefined where there is none. */
  async read(name: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(join(this.path, name), 'utf8')) as unknown;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Names of what is in a folder below. */
  async list(name: string): Promise<string[]> {
    try {
      return await readdir(join(this.path, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
