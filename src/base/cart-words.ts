import { formatMoney } from '../core/format-money.js';
import type { CartOutcome } from './ask-cart.js';
import type { Speech } from './speech.js';

/** What a viewer is told of a wish that came to nothing; undefined: there is nothing to tell. Say `addTradeWords()` first. */
export function cartWords(
  outcome: CartOutcome,
  voice: Pick<Speech, 'language' | 't' | 'words'>,
): string | undefined {
  if (outcome.result === 'failed') {
    return voice.t(outcome.code === 'timeout' ? 'cart.slow' : 'cart.failed');
  }
  if (outcome.result !== 'no') return undefined;
  const { no, text, left, price } = outcome.no;
  const own = voice.words(text);
  if (own) return own;
  if (no === 'out-of-stock' && left) return voice.t('cart.left', { count: left });
  if (no === 'price-changed' && price)
    return voice.t('cart.priceNow', { price: formatMoney(price, voice.language) });
  const known = {
    'out-of-stock': 'cart.gone',
    'price-changed': 'cart.priceChanged',
    'sign-in': 'cart.signIn',
    'options-missing': 'cart.choose',
    other: 'cart.no',
  } as const;
  return voice.t(known[no] ?? 'cart.no');
}
