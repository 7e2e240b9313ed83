/** The wire as JSON Schemas, for servers and players that are not ours: made from what our own parser checks. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import {
  answerSchemas,
  aroundSchema,
  chainPageSchema,
  commandSchemas,
  controlSchemas,
  envelopeSchema,
  errorBodySchema,
  guideReportSchema,
  headSchema,
  helloSchema,
  historySchema,
  hostAnswerSchema,
  moderationSchema,
  recordingSchema,
  roomReportSchema,
  segmentSchema,
  sessionSchema,
  shareBoardSchema,
  showSchema,
  snapshotSchema,
  tickSchema,
  windowSnapshotSchema,
} from '../../src/protocol/index.js';

type Schema = v.GenericSchema;

const oneOf = (schemas: readonly Schema[]): Schema => v.union(schemas as [Schema, ...Schema[]]);

const controlEvents = Object.entries(controlSchemas).map(([type, data]) =>
  v.object({ ...envelopeSchema.entries, type: v.literal(type), data }),
);

interface Document {
  readonly schema: Schema;
  readonly title: string;
  readonly description: string;
}

const documents: Readonly<Record<string, Document>> = {
  'control-event': {
    schema: oneOf(controlEvents),
    title: 'Control event',
    description:
      'One entry of the log: few, ordered, durable. `seq` has no gaps within an `epoch`. A client skips a type it does not know.',
  },
  tick: {
    schema: tickSchema,
    title: 'Tick',
    description: 'The ambience of a room, twice a second: sampled comments, and totals rather than deltas.',
  },
  hello: {
    schema: helloSchema,
    title: 'Hello',
    description:
      'The first event of a connection: whether the log goes on where the client stood, and if not, why.',
  },
  snapshot: {
    schema: snapshotSchema,
    title: 'Snapshot',
    description: 'The whole state of a room at one place of its log.',
  },
  history: {
    schema: v.object({ ...historySchema.entries, events: v.array(oneOf(controlEvents)) }),
    title: 'History',
    description:
      'One page of the log, for whoever comes late or watches the recording. A client skips events of types it does not know.',
  },
  head: {
    schema: headSchema,
    title: 'Head',
    description:
      'Where a room that is sent as files stands: which segment is the newest, and what to ask for next.',
  },
  segment: {
    schema: v.object({ ...segmentSchema.entries, events: v.array(oneOf(controlEvents)) }),
    title: 'Segment',
    description:
      'All that happened in one window of the server’s time. It never changes. A client skips events of types it does not know.',
  },
  'window-snapshot': {
    schema: windowSnapshotSchema,
    title: 'Window snapshot',
    description: 'The whole state of a room at the beginning of one window. It never changes.',
  },
  recording: {
    schema: recordingSchema,
    title: 'Recording',
    description: 'The `room.json` of a room kept as a folder of files, for any web server.',
  },
  moderation: {
    schema: moderationSchema,
    title: 'Moderation',
    description: 'What staff alone know of a room: what waits for them, what is asked, and what they did.',
  },
  session: {
    schema: sessionSchema,
    title: 'Session',
    description:
      'What a viewer or a host gets on joining: a short-lived token, and the coupons already held.',
  },
  command: {
    schema: oneOf(Object.values(commandSchemas)),
    title: 'Command',
    description:
      'What viewers and hosts ask. Sent with an idempotency key: repeated, it is answered the same.',
  },
  ...Object.fromEntries(
    Object.entries(answerSchemas).map(([command, schema]) => [
      `answer-${command.replace('.', '-')}`,
      {
        schema,
        title: `Answer to ${command}`,
        description: `What \`${command}\` is answered with, beside \`now\`.`,
      },
    ]),
  ),
  'answer-host': {
    schema: hostAnswerSchema,
    title: 'Answer to a host command',
    description: 'Its place in the log; null where nothing had to change.',
  },
  error: { schema: errorBodySchema, title: 'Error', description: 'Every refusal has this body.' },
  around: {
    schema: aroundSchema,
    title: 'Around',
    description: 'What stands around a show: contacts, promotions, the store, and how viewers are reminded.',
  },
  report: {
    schema: roomReportSchema,
    title: 'Report',
    description: 'What came of a show: who passed it on, whom they brought, and what was bought.',
  },
  chain: {
    schema: chainPageSchema,
    title: 'Chain',
    description: 'One page of the chain of shares: who brought whom, by pseudonyms.',
  },
  guide: {
    schema: guideReportSchema,
    title: 'Guide',
    description: 'What a member of staff sees of what they brought.',
  },
  board: {
    schema: shareBoardSchema,
    title: 'Board',
    description: 'Who brought most viewers, as everybody may see it.',
  },
  show: {
    schema: showSchema,
    title: 'Show',
    description: 'What the merchant prepares: the room, its shelf, its coupons.',
  },
};

/** JSON Schema knows no flags, so `i` is written out: `h` becomes `[hH]`, and inside brackets `a-z` `a-zA-Z`. */
export function withoutFlags({ source, flags }: RegExp): string {
  if (flags.replace(/[ui]/g, '') !== '') throw new Error(`/${source}/${flags} has no JSON Schema.`);
  if (!flags.includes('i')) return source;
  const both = (text: string): string => text.toLowerCase() + text.toUpperCase();
  return source.replace(/\[(?:\\.|[^\]])*\]|\\.|[a-z]/gi, piece => {
    if (piece.startsWith('\\')) return piece;
    if (!piece.startsWith('[')) return `[${both(piece)}]`;
    return piece.replace(/\\.|[a-z]-[a-z]|[a-z]/gi, one => (one.startsWith('\\') ? one : both(one)));
  });
}

/**
 * File name → JSON Schema of draft 2020-12. What a schema cannot say (lengths counted in code points) our parser still
 * checks; anything else it cannot say throws here, so that no rule goes missing in silence.
 */
export function wireSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(documents).map(([name, { schema, title, description }]) => {
      const { $schema, ...rest } = toJsonSchema(schema, {
        target: 'draft-2020-12',
        typeMode: 'input',
        ignoreActions: ['check', 'transform'],
        overrideAction: ({ valibotAction, jsonSchema }) =>
          valibotAction.type === 'regex'
            ? {
                ...jsonSchema,
                pattern: withoutFlags((valibotAction as unknown as { requirement: RegExp }).requirement),
              }
            : undefined,
      });
      return [`${name}.json`, { $schema, title, description, ...rest }];
    }),
  );
}
