import { it } from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { QunError, type Comment } from '../../protocol/index.js';
import type { ClaimRequest, LogDraft, Receipt, RoomStore } from './room-store.js';

export interface StoreUnderTest {
  open(): Promise<RoomStore>;
  /** Opens the same data once more, after the first has closed it; absent where nothing is kept. */
  reopen?: () => Promise<RoomStore>;
  /** All that is kept, as text, while it is open. */
  everything?: () => Promise<string>;
}

export const ROOM = 'spring';
export const receipt = (key: string, viewer = 'v1', fingerprint = 'f'): Receipt => ({
  room: ROOM,
  viewer,
  key,
  fingerprint,
});
export const loadShow = (total = 2): LogDraft => {
  const show = makeShow();
  return {
    type: 'show.load',
    data: { show: { ...show, coupons: show.coupons.map(one => ({ ...one, total })) } },
  };
};
export const notice = (text: string): LogDraft => ({ type: 'room.notice', data: { notice: text } });
export const comment = (id: string, viewer = 'v1', text = `words of ${id}`): Comment => ({
  id,
  from: { id: viewer, role: 'viewer' },
  text,
  at: 1000,
});
export const claim = (viewer: string, key: string, change: Partial<ClaimRequest> = {}): ClaimRequest => ({
  couponId: 'plain',
  subject: undefined,
  gate: null,
  offer: { couponId: 'plain', code: `CODE-${viewer}-${key}`, at: 2000 },
  receipt: receipt(key, viewer),
  ...change,
});
export const refused = (code: string) => (error: unknown) => error instanceof QunError && error.code === code;

/** Runs on a store with a loaded show, closed when the test is over. */
export type Check = (
  title: string,
  total: number,
  run: (store: RoomStore, under: StoreUnderTest) => Promise<void>,
) => void;

export const checkOn =
  (makeStore: () => StoreUnderTest): Check =>
  (title, total, run) => {
    void it(title, async () => {
      const under = makeStore();
      const store = await under.open();
      try {
        await store.append(ROOM, [loadShow(total)], { at: 1000, expectSeq: 0 });
        await run(store, under);
      } finally {
        await store.close();
      }
    });
  };
