/** Where a small picture stands. */
export interface Corner {
  readonly edge: 'top' | 'bottom';
  readonly side: 'left' | 'right';
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a finger's speed is worth, ms: so much further the picture would have slid by itself. */
const GLIDE_MS = 180;

/**
 * The corner that a picture let go of comes to rest in. `center`: of the picture, px of the viewport; `speed`: px/ms;
 * `size`: of the viewport, px.
 */
export function restingCorner(
  center: Point,
  speed: Point,
  size: { readonly width: number; readonly height: number },
): Corner {
  const x = center.x + speed.x * GLIDE_MS;
  const y = center.y + speed.y * GLIDE_MS;
  return { edge: y < size.height / 2 ? 'top' : 'bottom', side: x < size.width / 2 ? 'left' : 'right' };
}

/** Where an arrow key sends it; undefined for every other key. */
export function cornerByKey(key: string, { edge, side }: Corner): Corner | undefined {
  switch (key) {
    case 'ArrowUp':
      return { edge: 'top', side };
    case 'ArrowDown':
      return { edge: 'bottom', side };
    case 'ArrowLeft':
      return { edge, side: 'left' };
    case 'ArrowRight':
      return { edge, side: 'right' };
    default:
      return undefined;
  }
}
