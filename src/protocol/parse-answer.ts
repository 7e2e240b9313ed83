import type * as v from 'valibot';
import type { CommandType } from './command-schemas.js';
import { answerSchemas, hostAnswerSchema, sessionSchema, type AnswerOf, type Session } from './commands.js';
import { parse } from './parse.js';

// In a file of its own: only who is somebody in a room is answered, so that a page's first file leaves it out.

const has = (object: object, key: string) => Object.prototype.hasOwnProperty.call(object, key);

export const parseSession = (value: unknown): Session => parse(sessionSchema, value);

export function parseAnswer<T extends CommandType>(type: T, value: unknown): AnswerOf<T> {
  const schema = has(answerSchemas, type)
    ? answerSchemas[type as keyof typeof answerSchemas]
    : hostAnswerSchema;
  return parse(schema as v.GenericSchema, value) as AnswerOf<T>;
}
