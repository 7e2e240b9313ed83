/** What is compared. Each is a script of its name in `peers/`, written as its own docs have it. */
export interface Contest {
  readonly title: 'list' | 'overlay';
  /** The page alone, which has to hold its frames for the others to count. */
  readonly empty: string;
  readonly ours: string;
  readonly peers: readonly string[];
  /** Those that can be asked for as well. */
  readonly all: readonly string[];
}

const lists = ['naive', 'newest-200', 'lit-repeat', 'lit-virtualizer', 'react-virtuoso'];

export const sets: readonly Contest[] = [
  {
    title: 'list',
    empty: 'empty',
    ours: 'qun-comment-stream',
    peers: lists,
    all: [...lists, 'react-tanstack'],
  },
  {
    title: 'overlay',
    empty: 'empty',
    ours: 'qun-danmaku-layer',
    peers: ['danmaku-canvas'],
    all: ['danmaku-canvas', 'danmaku-dom'],
  },
];
