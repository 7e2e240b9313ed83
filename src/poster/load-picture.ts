/** Longer than this no poster waits for a picture, ms. */
const PATIENCE_MS = 4000;

/**
 * A picture that may be drawn and saved again; undefined where its server does not allow that (CORS), or it does not come.
 * Never rejects: a poster without it is better than none.
 */
export async function loadPicture(
  url: string | undefined,
  patienceMs = PATIENCE_MS,
): Promise<HTMLImageElement | undefined> {
  if (!url) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => (timer = setTimeout(() => resolve(undefined), patienceMs)));
  const come = fetchPicture(url).catch(() => fetchPicture(anew(url)).catch(() => undefined));
  const picture = await Promise.race([come, late]);
  clearTimeout(timer);
  return picture;
}

/** A page may have shown the picture without asking for CORS, and browsers keep that copy: another address, another copy. */
function anew(url: string): string {
  const [path = '', hash] = url.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}cors=1${hash === undefined ? '' : `#${hash}`}`;
}

function fetchPicture(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    // Before the address, or the request goes out without it.
    image.crossOrigin = 'anonymous';
    image.decoding = 'async';
    image.onload = () => {
      if (image.naturalWidth === 0) return reject(new Error('a picture without a size'));
      // Elsewhere than on the main thread, which would otherwise do it when the picture is drawn.
      image.decode().then(
        () => resolve(image),
        () => resolve(image),
      );
    };
    image.onerror = () => reject(new Error('no picture'));
    image.src = url;
  });
}
