import { QunError, type ParsedCommand, type RoomState } from '../../protocol/index.js';
import { decideComment, type CommentContext, type CommentDecision } from './decide-comment.js';
import { decideHost, type Draft, type HostContext, type ParsedHostCommand } from './decide-host.js';
import { runsRoom } from './viewer.js';

export interface DecideContext extends HostContext, CommentContext {}

/** What is decided by the room's state alone. What staff know beside, and what only the store can count, have places of their own. */
export type RoomCommand = Extract<ParsedCommand, { type: 'comment.send' }> | ParsedHostCommand;

/** What a command comes to. */
export type Decision = { kind: 'events'; events: Draft[] } | ({ kind: 'comment' } & CommentDecision);

/** The rules of what is said and of what the host does, without time, chance or disk of its own. Throws a QunError where the answer is no. */
export function decide(state: RoomState, command: RoomCommand, context: DecideContext): Decision {
  switch (command.type) {
    case 'comment.send':
      return { kind: 'comment', ...decideComment(state, command, context) };
    default:
      if (!runsRoom(context.viewer)) {
        throw new QunError('not-allowed', { detail: `${command.type} is for the host and assistants` });
      }
      return { kind: 'events', events: decideHost(state, command, context) };
  }
}
