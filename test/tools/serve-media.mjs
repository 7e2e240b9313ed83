// The dev server takes `segment.ts` for TypeScript and knows no ranges; a video needs neither mistake.
import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

const kinds = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

function sizeOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}

/** Koa middleware that answers `prefix` from `folder`, with ranges, and leaves everything else alone. */
export const serveMedia = (prefix, folder) => async (context, next) => {
  if (!context.path.startsWith(prefix)) return next();
  const file = normalize(join(folder, decodeURIComponent(context.path.slice(prefix.length))));
  const size = file.startsWith(folder + sep) ? sizeOf(file) : undefined;
  const type = kinds[extname(file)];
  if (size === undefined || !type) return next();
  context.type = type;
  context.set('accept-ranges', 'bytes');
  context.set('access-control-allow-origin', '*');
  const range = /^bytes=(\d+)-(\d*)$/.exec(context.get('range'));
  const start = range ? Number(range[1]) : 0;
  const end = Math.min(range?.[2] ? Number(range[2]) : size - 1, size - 1);
  if (start > end) {
    context.status = 416;
    context.set('content-range', `bytes */${size}`);
    return undefined;
  }
  context.status = range ? 206 : 200;
  if (range) context.set('content-range', `bytes ${start}-${end}/${size}`);
  context.length = end - start + 1;
  context.body = createReadStream(file, { start, end });
  return undefined;
};
