import * as v from 'valibot';
import { isCode } from './codes.js';
import { commandSchemas, type CommandType, type ParsedCommand } from './command-schemas.js';
import { errorBodySchema } from './error-body.js';
import { helloSchema, tickSchema, type Hello, type Tick } from './events.js';
import { QunError } from './qun-error.js';
import { snapshotSchema, type Position, type Snapshot } from './room-state.js';
import type { Code } from './codes.js';

const has = (object: object, key: string) => Object.prototype.hasOwnProperty.call(object, key);

/** Parses `value`, or throws a QunError that names the path of the first fault. */
export function parse<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  code: Code = 'malformed',
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = pathOf(issue);
  throw new QunError(code, { detail: path ? `${path}: ${issue.message}` : issue.message, path });
}

/** `products[3].price.amount.minor`, as a person would write it. */
export function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path ? `${path}.${String(key)}` : String(key);
  }, '');
}

export const parseTick = (value: unknown): Tick => parse(tickSchema, value);
export const parseHello = (value: unknown): Hello => parse(helloSchema, value);
export const parseSnapshot = (value: unknown): Snapshot => parse(snapshotSchema, value);

export function parseCommand(value: unknown): ParsedCommand {
  const type: unknown =
    typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  if (typeof type !== 'string')
    throw new QunError('malformed', { path: 'type', detail: 'type: a command needs one' });
  if (!has(commandSchemas, type))
    throw new QunError('unknown-command', { path: 'type', detail: `no command ${type.slice(0, 40)}` });
  return parse(commandSchemas[type as CommandType], value) as ParsedCommand;
}

/** Turns the body of a refusal into an error of ours; codes of newer servers fall back by their status. */
export function parseError(body: unknown, status: number): QunError {
  const result = v.safeParse(errorBodySchema, body);
  const fallback: Code =
    status === 429 ? 'rate-limited' : status >= 500 ? 'internal' : status === 404 ? 'not-found' : 'malformed';
  if (!result.success) return new QunError(fallback, { detail: `HTTP ${status}` });
  const { code, message, path, retryAfterMs } = result.output.error;
  return new QunError(isCode(code) ? code : fallback, {
    detail: message,
    ...(path === undefined ? {} : { path }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** `epoch:seq`, the id of an SSE event and the value of `?since=`. */
export const formatPosition = ({ epoch, seq }: Position) => `${epoch}:${seq}`;

export function parsePosition(text: string | null | undefined): Position | undefined {
  const match = /^([\w.-]{1,64}):(\d{1,15})$/.exec(text ?? '');
  return match ? { epoch: match[1]!, seq: Number(match[2]) } : undefined;
}
