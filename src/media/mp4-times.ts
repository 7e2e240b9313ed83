/** One box of an MP4 file: its four letters, and where its content lies. */
interface Box {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

function* boxes(view: DataView, from = 0, to = view.byteLength): Generator<Box> {
  for (let at = from; at + 8 <= to;) {
    const size = view.getUint32(at);
    if (size < 8) return; // to the end of the file, or of 64 bits: nothing we look for
    const type = String.fromCharCode(...[4, 5, 6, 7].map(byte => view.getUint8(at + byte)));
    yield { type, from: at + 8, to: at + size };
    at += size;
  }
}

/** Every box at the end of a path as `moov/trak`. */
function find(view: DataView, path: string, inside?: Box): Box[] {
  const [type, ...rest] = path.split('/');
  const found = [...boxes(view, inside?.from, inside?.to)].filter(box => box.type === type);
  return rest.length === 0 ? found : found.flatMap(box => find(view, rest.join('/'), box));
}

/** Whether the first fragment's description has arrived whole. */
export function holdsFragment(bytes: Uint8Array<ArrayBuffer>): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const moof = find(view, 'moof')[0];
  return moof !== undefined && moof.to <= view.byteLength;
}

/**
 * When a fragment begins, s since the beginning of its stream's clock: the decode time of its earliest track. Undefined
 * where it does not say. `init` is the initialisation segment, `media` begins with the fragment.
 */
export function fragmentStart(
  init: Uint8Array<ArrayBuffer>,
  media: Uint8Array<ArrayBuffer>,
): number | undefined {
  const moov = new DataView(init.buffer, init.byteOffset, init.byteLength);
  const view = new DataView(media.buffer, media.byteOffset, media.byteLength);
  const scales = new Map<number, number>();
  for (const trak of find(moov, 'moov/trak')) {
    const header = find(moov, 'tkhd', trak)[0];
    const clock = find(moov, 'mdia/mdhd', trak)[0];
    if (!header || !clock) continue;
    // Version 1 has dates of 64 bits.
    const id = moov.getUint32(header.from + (moov.getUint8(header.from) === 1 ? 20 : 12));
    scales.set(id, moov.getUint32(clock.from + (moov.getUint8(clock.from) === 1 ? 20 : 12)));
  }
  const moof = find(view, 'moof')[0];
  const starts = (moof ? find(view, 'traf', moof) : []).flatMap(traf => {
    const header = find(view, 'tfhd', traf)[0];
    const time = find(view, 'tfdt', traf)[0];
    const scale = header && scales.get(view.getUint32(header.from + 4));
    if (!time || !scale) return [];
    const long = view.getUint8(time.from) === 1;
    const ticks = long
      ? view.getUint32(time.from + 4) * 2 ** 32 + view.getUint32(time.from + 8)
      : view.getUint32(time.from + 4);
    return ticks / scale;
  });
  return starts.length > 0 ? Math.min(...starts) : undefined;
}
