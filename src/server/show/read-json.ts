import { readFile } from 'node:fs/promises';
import { jsonFault } from './json-fault.js';

/** A JSON file's content, or what keeps it from being read, with the place. */
export async function readJson(file: string): Promise<{ value: unknown } | { fault: string }> {
  let source: string;
  try {
    source = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder, not a file' : message;
    return { fault: `${file}: ${why}` };
  }
  const fault = jsonFault(source);
  if (fault) return { fault: `${file}:${fault.line}:${fault.column}: ${fault.message}` };
  return { value: JSON.parse(source) as unknown };
}
