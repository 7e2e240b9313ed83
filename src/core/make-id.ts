/** A random id of `bytes` bytes in hex. Falls back where `crypto` is missing (old webviews on http): unique, not secret. */
export function makeId(bytes = 12): string {
  const values = new Uint8Array(bytes);
  if (typeof crypto !== 'undefined' && crypto.getRandomValues) crypto.getRandomValues(values);
  else for (let index = 0; index < bytes; index += 1) values[index] = Math.random() * 256;
  let id = '';
  for (const value of values) id += value.toString(16).padStart(2, '0');
  return id;
}
