import { attributionOf } from '../../core/attribution.js';
import { chosenVariant } from '../../core/options.js';
import { productLeads, type ProductLead } from '../../core/product-link.js';
import { pageEnvironment, type Environment } from '../../platform/environment.js';
import { surfaceOf } from '../../platform/surface.js';
import type { Product } from '../../protocol/index.js';
import type { Wish } from './wishes.js';

/** The ways to where what has been chosen is bought, with what says who brought the viewer. The best one first. */
export function leadsOf(
  product: Product,
  { choice, quantity }: Wish,
  environment: Environment | undefined,
  resolve: (url: string | undefined) => string | undefined,
): ProductLead[] {
  const variant = chosenVariant(product, choice);
  const carry: [string, string][] = attributionOf(location.href);
  if (variant) carry.push(['qun-variant', variant.sku ?? variant.id]);
  if (quantity > 1) carry.push(['qun-quantity', String(quantity)]);
  return productLeads(product, { surface: surfaceOf(environment ?? pageEnvironment()), resolve, carry });
}
