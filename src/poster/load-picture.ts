/** Longer than this no poster waits for a picture, ms. */
const PATIENCE_MS = 4000;

/** A picture that may be drawn, px. */
export interface Picture {
  readonly source: HTMLImageElement | ImageBitmap;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture that may be drawn and saved again; undefined where its server does not allow that (CORS), or it does not come.
 * Never rejects: a poster without it is better than none.
 */
export async function loadPicture(
  url: string | undefined,
  patienceMs = PATIENCE_MS,
): Promise<Picture | undefined> {
  if (!url) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => (timer = setTimeout(() => resolve(undefined), patienceMs)));
  const picture = await Promise.race([eitherWay(url), late]);
  clearTimeout(timer);
  return picture;
}

async function eitherWay(url: string): Promise<Picture | undefined> {
  let again = url;
  // Policies think otherwise of an address that holds its picture, or that only this page knows.
  if (/^(https?:|[^:]*$)/i.test(url) && typeof createImageBitmap === 'function') {
    const response = await fetch(url).catch(() => undefined);
    if (response && !response.ok) return undefined;
    const picture = response && (await unpack(response).catch(() => undefined));
    if (picture) return picture;
    if (!response) again = anew(url);
  }
  return asElement(again).catch(() => undefined);
}

/** Unpacked elsewhere than on the main thread, which would otherwise do it while the picture is drawn. */
async function unpack(response: Response): Promise<Picture> {
  const source = await createImageBitmap(await response.blob());
  return { source, width: source.width, height: source.height };
}

/** A page may have shown the picture without asking for CORS, and browsers keep that copy: another address, another copy. */
function anew(url: string): string {
  const [path = '', hash] = url.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}cors=1${hash === undefined ? '' : `#${hash}`}`;
}

/** Where the page's policy lets pictures through and nothing else, and for drawings (SVG). */
function asElement(url: string): Promise<Picture> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    // Before the address, or the request goes out without it.
    image.crossOrigin = 'anonymous';
    image.onload = () => {
      const { naturalWidth: width, naturalHeight: height } = image;
      if (width === 0) reject(new Error('a picture without a size'));
      else resolve({ source: image, width, height });
    };
    image.onerror = () => reject(new Error('no picture'));
    image.src = url;
  });
}
