/** How a picture stands in its box: its size against the one that fits, and how far its middle is from the box's, px. */
export interface Place {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The whole picture, in the middle. */
export const whole: Place = { scale: 1, x: 0, y: 0 };

/** Larger than this there is nothing more to see in a shop's picture. */
export const MOST_SCALE = 4;

/** `factor` times as large, and what is under `point` (px from the box's middle) stays there. */
export function zoomAt(place: Place, point: { x: number; y: number }, factor: number): Place {
  const scale = Math.min(MOST_SCALE, Math.max(1, place.scale * factor));
  const by = scale / place.scale;
  return { scale, x: point.x - (point.x - place.x) * by, y: point.y - (point.y - place.y) * by };
}

/** The nearest place in which no edge of the picture comes further in than it has to. `picture` as it fits `box`. */
export function inBox({ scale, x, y }: Place, box: Size, picture: Size): Place {
  const within = (at: number, side: number, length: number) => {
    const reach = Math.max(0, (length * scale - side) / 2);
    // No minus zero.
    return Math.min(reach, Math.max(-reach, at)) + 0;
  };
  return { scale, x: within(x, box.width, picture.width), y: within(y, box.height, picture.height) };
}

/** How large a picture is that fits `box` whole. */
export function fitted(picture: Size, box: Size): Size {
  if (picture.width <= 0 || picture.height <= 0) return box;
  const by = Math.min(box.width / picture.width, box.height / picture.height);
  return { width: picture.width * by, height: picture.height * by };
}
