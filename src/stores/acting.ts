import { Part } from '../core/part.js';
import type { Actions, ActionStores } from './actions.js';
import type { Holding } from './holding-part.js';
import { holding } from './holding.js';
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

const holdingNames: readonly (keyof Holding)[] = ['reserve', 'waitFor', 'release', 'mind'];

/** What a late part can do in one room: done at once where the part is here, else as soon as it has come. */
function late<A extends object>(
  part: Part<(context: RoomContext, stores: ActionStores) => A>,
  names: readonly (keyof A)[],
  context: RoomContext,
  stores: ActionStores,
): A {
  let actions: A | undefined;
  const act =
    (name: keyof A) =>
    (...wish: never[]): unknown => {
      actions ??= part.here?.(context, stores);
      const action = actions?.[name] as ((...wish: never[]) => unknown) | undefined;
      return action ? action(...wish) : part.come().then(() => act(name)(...wish));
    };
  return Object.fromEntries(names.map(name => [name, act(name)])) as unknown as A;
}

/** The actions of one room. */
export const createActing = (context: RoomContext, stores: ActionStores): Actions & Holding => ({
  ...late(acting, names, context, stores),
  ...late(holding, holdingNames, context, stores),
});
