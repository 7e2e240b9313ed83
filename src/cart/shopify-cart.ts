import * as v from 'valibot';
import {
  shopId,
  type CartContents,
  type CartItem,
  type CartLine,
  type CartNo,
  type CartReply,
  type CartShop,
} from '../core/cart.js';
import { parse } from '../protocol/parse.js';
import { askJson, shopFault, type ShopAnswer } from './ask-json.js';
import { handedOn, type Who } from './handed-on.js';
import { shopMoney } from './shop-money.js';

/** A line's property with this name is not shown to buyers: those that begin with `_` are not. */
const RESERVATION = '_qun_reservation';
/** Amounts have two digits behind the point in every currency, also in yen. */
const DIGITS = 2;

const lineSchema = v.object({
  key: v.string(),
  variant_id: v.optional(v.number()),
  quantity: v.number(),
  final_price: v.number(),
  product_title: v.optional(v.string()),
  title: v.string(),
  variant_title: v.nullish(v.string()),
  product_has_only_default_variant: v.optional(v.boolean()),
  image: v.nullish(v.string()),
  properties: v.nullish(v.unknown()),
});
const cartSchema = v.object({
  currency: v.string(),
  total_price: v.number(),
  items: v.array(lineSchema),
});

/** Shops with several languages stand below a path of each: their pages say below which. */
function shopRoot(): string {
  const { Shopify } = window as { Shopify?: { routes?: { root?: unknown } } };
  const root = Shopify?.routes?.root;
  return typeof root === 'string' && root.startsWith('/') ? root : '/';
}

const propertyOf = (properties: unknown, name: string): string | undefined => {
  const value: unknown = (Object(properties) as Record<string, unknown>)[name];
  return typeof value === 'string' && value ? value : undefined;
};

function contentsOf(body: unknown): CartContents {
  const { currency, total_price, items } = parse(cartSchema, body);
  const lines = items.map((item): CartLine => ({
    id: item.key,
    variantId: item.variant_id === undefined ? undefined : String(item.variant_id),
    title: item.product_title ?? item.title,
    chosen: item.product_has_only_default_variant ? undefined : (item.variant_title ?? undefined),
    picture: item.image ?? undefined,
    price: shopMoney(item.final_price, DIGITS, currency),
    quantity: item.quantity,
    reservation: propertyOf(item.properties, RESERVATION),
  }));
  return { lines, total: shopMoney(total_price, DIGITS, currency) };
}

const sameLine = (one: CartLine, other: CartLine): boolean =>
  one.variantId !== undefined && one.variantId === other.variantId && one.reservation === other.reservation;

/** Shopify says why in words of the shop's language, and no code beside: 422 is about what there is of a thing. */
function refusalOf(answer: ShopAnswer): CartNo {
  const { description, message, errors } = Object(answer.body) as Record<string, unknown>;
  const text = [description, errors, message].find(one => typeof one === 'string' && one !== '');
  if (answer.status !== 422 && answer.status !== 404 && answer.status !== 400) throw shopFault(answer);
  return { no: answer.status === 422 ? 'out-of-stock' : 'other', text: text as string | undefined };
}

/** The cart of the Shopify shop whose page this is, by its Ajax API. What the theme draws is left to the theme. */
export function shopifyCart(_url?: string, who?: Who): CartShop {
  const at = (path: string) => new URL(shopRoot() + path, location.href).href;
  const ask = (path: string, body?: object) => askJson(at(path), body);
  const id = (item: CartItem) => {
    const text = shopId(item);
    return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  };
  const read = async (): Promise<CartContents> => {
    const answer = await ask('cart.js');
    if (!answer.ok) throw shopFault(answer);
    return contentsOf(answer.body);
  };

  return {
    read,
    async add(item): Promise<CartReply> {
      const properties = item.reservation ? { [RESERVATION]: item.reservation } : undefined;
      const line = { id: id(item), quantity: item.quantity, ...(properties && { properties }) };
      const answer = await ask('cart/add.js', { items: [line] });
      if (answer.ok || answer.status === 422) {
        // It answers with the line alone, and also a refusal may have put in what there was.
        return { answer: answer.ok || refusalOf(answer), cart: await read() };
      }
      return { answer: refusalOf(answer) };
    },
    buy(item): Promise<CartReply> {
      const link = new URL(at(`cart/${encodeURIComponent(shopId(item))}:${item.quantity}`));
      for (const [name, value] of handedOn([item.reservation], who)) {
        link.searchParams.append(`attributes[${name}]`, value);
      }
      return Promise.resolve({ answer: true, lead: link.href });
    },
    async change(line, quantity): Promise<CartReply> {
      let answer = await ask('cart/change.js', { id: line.id, quantity });
      if (answer.status === 400) {
        // A line's key changes with its price, and with what else is in the cart.
        const cart = await read();
        const same = cart.lines.find(one => sameLine(one, line));
        if (!same) return { answer: quantity === 0 || { no: 'other' }, cart };
        answer = await ask('cart/change.js', { id: same.id, quantity });
      }
      if (!answer.ok) return { answer: refusalOf(answer), cart: await read() };
      const cart = contentsOf(answer.body);
      const left = cart.lines.find(one => one.id === line.id || sameLine(one, line))?.quantity ?? 0;
      // It gives what there is, and does not call that a fault.
      return { answer: left < quantity ? { no: 'out-of-stock', left } : true, cart };
    },
    async checkout({ reservations }): Promise<CartReply> {
      const pairs = handedOn(reservations, who);
      if (pairs.length > 0) {
        const answer = await ask('cart/update.js', { attributes: Object.fromEntries(pairs) });
        if (answer.status >= 500) throw shopFault(answer);
      }
      return { answer: true, lead: at('checkout') };
    },
  };
}
