import { controlSchemas, type ControlEvent, type ControlType, type SkippedEvent } from './control-events.js';
import { envelopeSchema } from './events.js';
import { parse } from './parse.js';

/** A control event; one of an unknown type comes back `skipped`. */
export function parseControl(value: unknown): ControlEvent | SkippedEvent {
  const envelope = parse(envelopeSchema, value);
  if (!Object.prototype.hasOwnProperty.call(controlSchemas, envelope.type))
    return { ...envelope, skipped: true };
  const data = parse(controlSchemas[envelope.type as ControlType], envelope.data);
  return { ...envelope, data } as ControlEvent;
}
