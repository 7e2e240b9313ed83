import * as v from 'valibot';
import { withParams } from '../core/attribution.js';
import {
  shopId,
  type CartContents,
  type CartItem,
  type CartLine,
  type CartNo,
  type CartReply,
  type CartShop,
} from '../core/cart.js';
import { safeUrl } from '../core/link.js';
import { parse } from '../protocol/parse.js';
import { askJson, shopFault, type ShopAnswer } from './ask-json.js';
import { handedOn, type Who } from './handed-on.js';
import { shopMoney } from './shop-money.js';
import { plainText } from './plain-text.js';

const amounts = { currency_code: v.string(), currency_minor_unit: v.number() };
const cartSchema = v.object({
  items: v.array(
    v.object({
      key: v.string(),
      quantity: v.number(),
      quantity_limits: v.optional(v.object({ maximum: v.optional(v.number()) })),
      name: v.string(),
      images: v.optional(
        v.array(v.object({ thumbnail: v.optional(v.string()), src: v.optional(v.string()) })),
      ),
      variation: v.optional(v.array(v.object({ value: v.string() }))),
      prices: v.object({ price: v.string(), ...amounts }),
      extensions: v.optional(v.unknown()),
    }),
  ),
  totals: v.object({ total_items: v.string(), total_price: v.string(), ...amounts }),
});

/** Its reasons, as ours. Everything else is told in its own words. */
const reasons: Readonly<Record<string, CartNo['no']>> = {
  woocommerce_rest_product_out_of_stock: 'out-of-stock',
  woocommerce_rest_product_partially_out_of_stock: 'out-of-stock',
  woocommerce_rest_missing_attributes: 'options-missing',
  woocommerce_rest_missing_variation_data: 'options-missing',
  woocommerce_rest_variation_id_from_variation_data: 'options-missing',
  woocommerce_rest_cart_invalid_parent_product: 'options-missing',
};
const NONCE = /^woocommerce_rest_(missing|invalid)_nonce$/;

function contentsOf(body: unknown): CartContents {
  const { items, totals } = parse(cartSchema, body);
  const lines = items.map(({ key, name, quantity, quantity_limits, images, variation, prices }): CartLine => {
    const picture = images?.[0];
    return {
      id: key,
      title: plainText(name),
      chosen: variation?.map(({ value }) => plainText(value)).join(' · ') || undefined,
      picture: picture?.thumbnail ?? picture?.src,
      price: shopMoney(prices.price, prices.currency_minor_unit, prices.currency_code),
      quantity,
      most: quantity_limits?.maximum,
    };
  });
  return { lines, total: shopMoney(totals.total_price, totals.currency_minor_unit, totals.currency_code) };
}

/** Where the site answers: its pages name the place, which a site may have moved. */
function apiRoot(): string {
  const named = document.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]')?.href;
  return `${safeUrl(named, document.baseURI) ?? new URL('/wp-json/', location.href).href}wc/store/v1/`;
}

/** The page that takes the money; a site with blocks names it. */
function tillUrl(): string {
  const { wcSettings } = window as { wcSettings?: { storePages?: { checkout?: { permalink?: string } } } };
  const named = safeUrl(wcSettings?.storePages?.checkout?.permalink, document.baseURI);
  return named ?? new URL('/checkout/', location.href).href;
}

const codeOf = ({ body }: ShopAnswer): string => String((Object(body) as { code?: unknown }).code ?? '');

/** The cart of the WooCommerce shop whose page this is, by its Store API. */
export function wooCart(_url?: string, who?: Who): CartShop {
  const root = apiRoot();
  // Kept here alone: it is this viewer's, and every answer brings the next.
  let nonce: string | undefined;

  const ask = async (path: string, body?: object): Promise<ShopAnswer> => {
    const answer = await askJson(root + path, body, nonce ? { Nonce: nonce } : {});
    nonce = answer.headers.get('Nonce') ?? nonce;
    return answer;
  };
  const send = async (path: string, body: object): Promise<ShopAnswer> => {
    if (!nonce) await ask('cart');
    const answer = await ask(path, body);
    if (answer.ok || !NONCE.test(codeOf(answer))) return answer;
    // A page that has stood open overnight, or somebody who has signed in since.
    await ask('cart');
    return ask(path, body);
  };
  const replyOf = (answer: ShopAnswer): CartReply => {
    if (answer.ok) return { answer: true, cart: contentsOf(answer.body) };
    const code = codeOf(answer);
    const { message, data } = Object(answer.body) as { message?: unknown; data?: { cart?: unknown } };
    if (answer.status >= 500 || answer.status === 429 || !code) throw shopFault(answer);
    const text = typeof message === 'string' && message ? plainText(message) : undefined;
    const no = reasons[code] ?? (answer.status === 401 || answer.status === 403 ? 'sign-in' : 'other');
    const cart = data?.cart ? contentsOf(data.cart) : undefined;
    return { answer: { no, text: no === 'sign-in' ? undefined : text }, cart };
  };
  const add = async (item: CartItem): Promise<CartReply> => {
    const id = Number(shopId(item));
    return replyOf(
      await send('cart/add-item', {
        id: Number.isSafeInteger(id) ? id : shopId(item),
        quantity: item.quantity,
        variation: attributesOf(item),
        ...(item.reservation && { qun_reservation: item.reservation }),
      }),
    );
  };
  const till = (reservations: readonly (string | undefined)[]) =>
    withParams(tillUrl(), handedOn(reservations, who));

  return {
    async read(): Promise<CartContents> {
      const answer = await ask('cart');
      if (!answer.ok) throw shopFault(answer);
      return contentsOf(answer.body);
    },
    add,
    async buy(item): Promise<CartReply> {
      const reply = await add(item);
      return { ...reply, lead: till([item.reservation]) };
    },
    async change(line, quantity): Promise<CartReply> {
      const path = quantity > 0 ? 'cart/update-item' : 'cart/remove-item';
      return replyOf(await send(path, { key: line.id, ...(quantity > 0 && { quantity }) }));
    },
    checkout: ({ reservations }) => Promise.resolve({ answer: true, lead: till(reservations) }),
  };
}

/** Attributes whose names the shop can know: an option with the slug of one (`pa_color`) has values with slugs too. */
function attributesOf({ variant }: CartItem): { attribute: string; value: string }[] {
  return Object.entries(variant?.choice ?? {})
    .filter(([option]) => /^(pa|attribute)_/.test(option))
    .map(([attribute, value]) => ({ attribute, value }));
}
