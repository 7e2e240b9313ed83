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
import { safeUrl } from '../core/link.js';
import { makeId } from '../core/make-id.js';
import { moneySchema } from '../protocol/money.js';
import { parse } from '../protocol/parse.js';
import { localTextSchema } from '../protocol/text.js';
import { askJson, shopFault, type ShopAnswer } from './ask-json.js';
import { handedOn, type Who } from './handed-on.js';

const words = localTextSchema(500);
const lineSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  productId: v.optional(v.string()),
  variantId: v.optional(v.string()),
  title: words,
  chosen: v.optional(words),
  picture: v.optional(v.string()),
  price: moneySchema,
  quantity: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  most: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  reservation: v.optional(v.string()),
});
const answerSchema = v.object({
  no: v.optional(v.picklist(['out-of-stock', 'price-changed', 'sign-in', 'options-missing', 'other'])),
  text: v.optional(words),
  left: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  price: v.optional(moneySchema),
  lines: v.optional(v.array(lineSchema)),
  total: v.optional(moneySchema),
  lead: v.optional(v.string()),
});

/** The cart behind the merchant's own endpoint at `url`, as docs/cart.md describes it. */
export function endpointCart(url: string, who?: Who): CartShop {
  const take = (answer: ShopAnswer): v.InferOutput<typeof answerSchema> => {
    // Somebody who has not signed in is a no like any other, however the endpoint puts it.
    if (answer.status === 401) return { no: 'sign-in', ...(Object(answer.body) as object) };
    const said = answer.body && typeof answer.body === 'object' && ('no' in answer.body || answer.ok);
    if (!said) throw shopFault(answer);
    return parse(answerSchema, answer.body);
  };
  const cartOf = ({ lines, total }: v.InferOutput<typeof answerSchema>): CartContents | undefined =>
    lines && { lines: lines as CartLine[], total };
  // A wish that got no answer is made again under its own key: it may have been done, and is not done twice.
  const keys = new Map<string, string>();
  const send = async (body: object): Promise<CartReply> => {
    const wish = JSON.stringify(body);
    const key = keys.get(wish) ?? makeId();
    keys.set(wish, key);
    const answer = take(await askJson(url, { ...body, key }, {}, 'include'));
    keys.delete(wish);
    const { no, text, left, price } = answer;
    const refusal: CartNo | undefined = no && { no, text, left, price };
    return { answer: refusal ?? true, cart: cartOf(answer), lead: safeUrl(answer.lead, url) };
  };
  const wanted = ({ quantity, product, variant, reservation, price, ...rest }: CartItem) => ({
    product: product.id,
    variant: variant?.id,
    sku: shopId({ product, variant }),
    quantity,
    price,
    reservation,
    url: rest.url,
    came: Object.fromEntries(handedOn([], who)),
  });
  return {
    async read() {
      return cartOf(take(await askJson(url, undefined, {}, 'include')));
    },
    add: item => send({ do: 'add', ...wanted(item) }),
    buy: item => send({ do: 'buy', ...wanted(item) }),
    change: (line, quantity) => send({ do: 'change', line: line.id, quantity }),
    checkout: ({ reservations }) =>
      send({ do: 'checkout', reservations, came: Object.fromEntries(handedOn([], who)) }),
  };
}
