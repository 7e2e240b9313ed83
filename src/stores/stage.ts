import { Part } from '../core/part.js';
import type { Backstage } from './presenter.js';
import type { Room } from './room.js';

/** What holds back for the picture. Until it is here, and where no picture is presented, everything is shown at once. */
export const presenting = new Part(async () => (await import('./presenter.js')).presenterOf);

/** The half of a room that follows the viewer's picture; fetched when one is presented. */
export const createStage = (backstage: Backstage): Pick<Room, 'present' | 'seek'> => ({
  present(playhead) {
    const leaving = presenting.come().then(of => of(backstage).present(playhead));
    return () => void leaving.then(leave => leave());
  },
  seek: date => presenting.here?.(backstage).seek(date),
});
