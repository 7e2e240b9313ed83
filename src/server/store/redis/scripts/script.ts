import { createHash } from 'node:crypto';

/** A script as the server knows it: by its digest, and by its text where it has not met it yet. */
export interface Script {
  readonly name: string;
  readonly text: string;
  readonly sha: string;
}

export function script(name: string, ...parts: readonly string[]): Script {
  const text = [`-- qunlive ${name}`, ...parts].join('\n');
  return { name, text, sha: createHash('sha1').update(text).digest('hex') };
}
