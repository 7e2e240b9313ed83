import '../../../../src/define/qun-room.ts';
import { emptyRoom } from '../../../../src/core/fold.ts';

/** An element in a room whose messages come by a transport of the page's own, as a shop's own server would send them. */
export async function inRoom(box, element) {
  const place = { v: 1, room: 'bench', epoch: 'bench', seq: 1 };
  let tell;
  const opened = new Promise(open => {
    const room = document.createElement('qun-room');
    room.transport = {
      base: location.href,
      connect(listener) {
        tell = listener;
        queueMicrotask(open);
        return { resync() {}, close() {} };
      },
      join: async () => ({
        token: 'bench',
        expiresAt: 9e12,
        viewer: { id: 'me', role: 'viewer', guest: 1 },
        claims: [],
        now: Date.now(),
      }),
      send: async () => ({}),
    };
    room.append(element);
    box.append(room);
  });
  await opened;
  const state = { ...emptyRoom, title: 'Bench', host: { name: 'Qing' }, phase: 'live' };
  tell.status('open');
  tell.snapshot({ ...place, at: Date.now(), state, comments: [], online: 1, left: {} });
  await element.updateComplete;
  let total = 0;
  return comments => {
    total += comments.length;
    tell.tick({ ...place, at: Date.now(), online: 600, comments, more: 0, left: {}, commentCount: total });
  };
}
