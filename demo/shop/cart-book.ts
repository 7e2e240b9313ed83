import { randomBytes } from 'node:crypto';
import type { Money, Product, ProductVariant, RoomState } from 'qunlive/protocol.js';

/** A line as the kit's cart reads it (docs/cart.md). */
export interface Line {
  id: string;
  productId: string;
  variantId?: string;
  title: Product['title'];
  chosen?: Record<string, string>;
  picture?: string;
  price: Money;
  quantity: number;
  most?: number;
  reservation?: string;
}

export interface Wish {
  product?: unknown;
  variant?: unknown;
  quantity?: unknown;
  reservation?: unknown;
}

/** Who buys, and by whose link, as the room's page hands it on. */
export interface Buyer {
  viewer?: string;
  share?: string;
}

export type Refusal = { no: 'out-of-stock'; left: number } | { no: 'options-missing' } | { no: 'other' };

/** Carts that a small shop keeps for as long as it runs. */
const CARTS = 1000;

/** The shop's carts. What a thing costs it reads from the shelf itself, never from the page. */
export class CartBook {
  readonly #state: () => RoomState;
  readonly #carts = new Map<string, Line[]>();
  readonly #buyers = new Map<string, Buyer>();

  constructor(state: () => RoomState) {
    this.#state = state;
  }

  /** A new cart's secret name. */
  open(): string {
    const id = randomBytes(12).toString('hex');
    this.#carts.set(id, []);
    for (const oldest of this.#carts.keys()) {
      if (this.#carts.size <= CARTS) break;
      this.#carts.delete(oldest);
      this.#buyers.delete(oldest);
    }
    return id;
  }

  has(id: string): boolean {
    return this.#carts.has(id);
  }

  lines(id: string): Line[] {
    return this.#carts.get(id) ?? [];
  }

  /** `came`: what docs/cart.md calls so. What was said before stays where nothing else is said. */
  cameBy(id: string, came: unknown): void {
    const { 'qun-viewer': viewer, qs: share } = (came ?? {}) as Record<string, unknown>;
    const said = {
      ...(typeof viewer === 'string' && { viewer }),
      ...(typeof share === 'string' && { share }),
    };
    this.#buyers.set(id, { ...this.#buyers.get(id), ...said });
  }

  buyer(id: string): Buyer {
    return this.#buyers.get(id) ?? {};
  }

  add(id: string, wish: Wish): Refusal | undefined {
    const line = this.#lineOf(wish);
    if ('no' in line) return line;
    const lines = this.lines(id);
    const same = lines.find(other => other.id === line.id);
    const quantity = line.quantity + (same?.quantity ?? 0);
    if (quantity > (line.most ?? Infinity)) return { no: 'out-of-stock', left: line.most! };
    if (same) same.quantity = quantity;
    else lines.push(line);
    return undefined;
  }

  change(id: string, lineId: string, quantity: number): Refusal | undefined {
    const lines = this.lines(id);
    const at = lines.findIndex(line => line.id === lineId);
    const line = lines[at];
    if (!line) return undefined;
    if (quantity > (line.most ?? Infinity)) return { no: 'out-of-stock', left: line.most! };
    if (quantity <= 0) lines.splice(at, 1);
    else line.quantity = quantity;
    return undefined;
  }

  clear(id: string): void {
    this.#carts.set(id, []);
  }

  #lineOf({ product: productId, variant: variantId, quantity, reservation }: Wish): Line | Refusal {
    const { products, sales } = this.#state();
    const product = products.find(one => one.id === productId);
    if (!product || !Number.isSafeInteger(quantity) || (quantity as number) < 1) return { no: 'other' };
    const variant = product.variants?.find(one => one.id === variantId);
    if (product.variants?.length && !variant) return { no: 'options-missing' };
    const held = typeof reservation === 'string' && reservation !== '' ? reservation : undefined;
    const sale = held === undefined ? undefined : sales.find(one => one.productId === product.id);
    const stock = variant?.stock === undefined ? product.stock : variant.stock;
    if (stock !== null && stock < (quantity as number)) return { no: 'out-of-stock', left: stock };
    const most = Math.min(stock ?? Infinity, product.most ?? Infinity);
    const picture = variant?.picture ?? product.pictures[0];
    return {
      id: [product.id, variant?.id, held].filter(Boolean).join(' '),
      productId: product.id,
      ...(variant ? { variantId: variant.id, chosen: chosenOf(product, variant) } : {}),
      title: product.title,
      ...(picture === undefined ? {} : { picture }),
      price: sale?.price ?? priceOf(product, variant),
      quantity: quantity as number,
      ...(Number.isFinite(most) ? { most } : {}),
      ...(held === undefined ? {} : { reservation: held }),
    };
  }
}

function priceOf(product: Product, variant: ProductVariant | undefined): Money {
  const price = variant?.price ?? product.price;
  return price.kind === 'range' ? price.from : price.amount;
}

function chosenOf({ options = [] }: Product, { choice }: ProductVariant): Record<string, string> {
  const words = (lang: string) =>
    options
      .map(option => option.values.find(value => value.id === choice[option.id])?.title ?? '')
      .map(title => (typeof title === 'string' ? title : (title[lang] ?? '')))
      .join(' · ');
  return { 'zh-CN': words('zh-CN'), en: words('en') };
}

/** What all lines cost together; one currency is all this shop takes. */
export function totalOf(lines: readonly Line[]): Money | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const minor = lines.reduce((sum, { price, quantity }) => sum + price.minor * quantity, 0);
  return { minor, currency: first.price.currency };
}
