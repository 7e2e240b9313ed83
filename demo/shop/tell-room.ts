import { createHmac } from 'node:crypto';

export interface OrderWord {
  orderId: string;
  status: 'placed' | 'paid' | 'cancelled' | 'refunded';
  /** Who has ordered, and by whose link: what the room's page handed to the cart. */
  viewer?: string;
  share?: string;
  items: { productId: string; variantId?: string; quantity: number }[];
  total?: { minor: number; currency: string } | undefined;
  reservations: string[];
}

/** What became of one flash price that the order names; `late`: its time had run out, and others have the pieces. */
export interface Settled {
  id: string;
  result: 'counted' | 'late' | 'returned' | 'nothing';
}

/** Tells a room of an order, signed as docs/merchant.md says. Throws where the room says no. */
export async function tellRoom(room: string, secret: string, order: OrderWord): Promise<Settled[]> {
  const body = JSON.stringify(order);
  const t = Math.floor(Date.now() / 1000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'qunlive-signature': `t=${t},v1=${v1}` };
  const response = await fetch(`${room}/orders`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { reservations: Settled[] }).reservations;
}
