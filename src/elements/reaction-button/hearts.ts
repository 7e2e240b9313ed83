import { render } from 'lit';
import { icon } from '../../styles/icon.js';

/** Hearts in the air at the same time; a tap more has none. */
const MOST = 14;
/** How long one rises, ms, and how far, px: each a little differently. */
const RISE_MS = 1700;
const RISE_PX = 190;
const TINTS = 4;

const between = (least: number, most: number): number => least + Math.random() * (most - least);

/** A place in the box of the hearts, px from its middle and its lower edge. */
export interface HeartPlace {
  readonly x: number;
  readonly y: number;
}

/** Hearts that rise and fade. A bounded number of nodes, used again, which the browser moves by itself. */
export class Hearts {
  readonly #box: HTMLElement;
  readonly #idle: HTMLElement[] = [];
  readonly #rising = new Map<HTMLElement, Animation>();

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  get count(): number {
    return this.#rising.size;
  }

  /** Sends one up, after `delayMs`. */
  rise({ x, y }: HeartPlace = { x: 0, y: 0 }, delayMs = 0): void {
    if (this.#rising.size >= MOST) return;
    const heart = this.#idle.pop() ?? this.#make();
    const height = between(0.75, 1.1) * RISE_PX;
    const [tilt, sway, end] = [between(-24, 24), between(-26, 26), between(-34, 34)];
    const at = (dx: number, dy: number, scale: number, turn = tilt) =>
      `translate3d(${x + dx}px, ${y - dy}px, 0) rotate(${turn}deg) scale(${scale})`;
    const animation = heart.animate(
      [
        { transform: at(0, 0, 0.3), opacity: 0 },
        { transform: at(sway * 0.2, height * 0.12, 1.15), opacity: 1, offset: 0.12 },
        { transform: at(sway, height * 0.5, 1, -tilt), opacity: 1, offset: 0.5 },
        { transform: at(end, height, 0.85, tilt / 2), opacity: 0 },
      ],
      {
        duration: between(0.85, 1.2) * RISE_MS,
        delay: delayMs,
        easing: 'cubic-bezier(0.2, 0.6, 0.4, 1)',
        fill: 'both',
      },
    );
    this.#rising.set(heart, animation);
    animation.onfinish = () => this.#land(heart);
  }

  /** Leaves the air empty. */
  clear(): void {
    for (const heart of [...this.#rising.keys()]) this.#land(heart);
  }

  #land(heart: HTMLElement): void {
    const animation = this.#rising.get(heart);
    this.#rising.delete(heart);
    if (animation) animation.onfinish = null;
    animation?.cancel();
    this.#idle.push(heart);
  }

  #make(): HTMLElement {
    const heart = document.createElement('i');
    heart.className = `heart tint-${(this.#rising.size + this.#idle.length) % TINTS}`;
    render(icon('heart', 28), heart);
    this.#box.append(heart);
    return heart;
  }
}
