import { QunMeetConditionEvent } from '../events/qun-meet-condition-event.js';
import { QunError, type CouponCondition } from '../protocol/index.js';
import { remind } from '../stores/reminded.js';
import type { Room } from '../stores/room.js';
import type { Voice } from './speech.js';

/**
 * Lets the viewer do what an offer asks for first: the page sees to it, or for a reservation of the show the room.
 * Resolves to whether the offer is to be asked for again. Never rejects.
 */
export async function meetCondition(
  condition: CouponCondition,
  voice: Pick<Voice, 'ask' | 'report'>,
  room: Room | undefined,
): Promise<boolean> {
  const event = new QunMeetConditionEvent(condition);
  const free = voice.ask(event);
  if (event.answer) return (await event.answer.catch(() => false)) !== false;
  if (!free) return false;
  try {
    if (room && condition.kind === 'reserve') await remind(room, true);
  } catch (error) {
    // The offer itself says on the card how it stands.
    voice.report(QunError.from(error, 'network'));
  }
  return true;
}
