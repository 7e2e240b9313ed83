import { Part } from '../core/part.js';
import type { Actions, ActionStores } from './actions.js';
import type { RoomContext } from './room-context.js';

/** What a viewer can do in a room. Whatever shows a field or a button for it brings it along; watching needs none of it. */
export const acting = new Part(async () => (await import('./actions.js')).createActions);

const names: readonly (keyof Actions)[] = [
  'sendComment',
  'retryComment',
  'discardComment',
  'reportComment',
  'joinQuestion',
  'intend',
  'react',
  'claimCoupon',
];

/** The actions of one room: done at once where the part is here, else as soon as it has come. */
export function createActing(context: RoomContext, stores: ActionStores): Actions {
  let actions: Actions | undefined;
  const act =
    (name: keyof Actions) =>
    (...wish: never[]): unknown => {
      actions ??= acting.here?.(context, stores);
      const action = actions?.[name] as ((...wish: never[]) => unknown) | undefined;
      return action ? action(...wish) : acting.come().then(() => act(name)(...wish));
    };
  return Object.fromEntries(names.map(name => [name, act(name)])) as unknown as Actions;
}
