/** What is compared. Each is a script of that name in `peers/`, the way its own docs would have it written. */
export interface Set {
  readonly title: string;
  /** The page alone, which has to hold its frames for the others to count. */
  readonly empty: string;
  readonly ours: string;
  readonly peers: readonly string[];
  readonly overlay: boolean;
}

export const lists: Set = {
  title: 'list',
  empty: 'empty',
  ours: 'qun-comment-stream',
  peers: ['naive', 'newest-200', 'lit-repeat', 'lit-virtualizer', 'react-virtuoso', 'react-tanstack'],
  overlay: false,
};

export const overlays: Set = {
  title: 'overlay',
  empty: 'empty',
  ours: 'qun-danmaku-layer',
  peers: ['danmaku-dom', 'danmaku-canvas'],
  overlay: true,
};
