import type { Environment } from './environment.js';
import type { Shareable, ShareWay, WayOutcome } from './share-way.js';
import { within } from './within.js';

/** A panel that has said nothing for this long stands open: they call back when it is closed, or never, ms. */
const OPEN_MS = 2000;

interface Answering {
  success?(answer?: unknown): void;
  fail?(error?: unknown): void;
  onSuccess?(answer?: unknown): void;
  onFail?(error?: unknown): void;
}
type Call = (options: object & Answering) => unknown;

/** The function at `path` of what a page has of an app's script, with what it belongs to. */
function find(from: unknown, path: string): Call | undefined {
  let owner: unknown;
  let found = from;
  for (const name of path.split('.')) {
    owner = found;
    found = (found as Record<string, unknown> | null | undefined)?.[name];
  }
  return typeof found === 'function' ? (found as Call).bind(owner) : undefined;
}

function panel(call: Call | undefined, of: (what: Shareable) => object): ShareWay | undefined {
  if (!call) return undefined;
  return {
    open: what =>
      within<WayOutcome>(
        OPEN_MS,
        () =>
          new Promise(resolve => {
            const yes = () => resolve('opened');
            const no = (error: unknown) => resolve(closed(error) ? 'dismissed' : 'refused');
            // Each script has names of its own for them, and some answer by a promise as well.
            const answer = call({ ...of(what), success: yes, fail: no, onSuccess: yes, onFail: no });
            if (answer instanceof Promise) answer.then(yes, no);
          }),
        'opened',
        () => 'refused',
      ),
  };
}

const closed = (error: unknown): boolean => /cancel|取消/i.test(JSON.stringify(error ?? ''));

/** DingTalk's own panel, where the page has its script (`dd`). */
export const dingTalkPanel = ({ globals }: Environment): ShareWay | undefined =>
  panel(find(globals?.dd, 'biz.util.share'), ({ title, text, url, picture }) => ({
    type: 0,
    url,
    title,
    content: text,
    image: picture ?? '',
  }));

/** Feishu's and Lark's own panel, where the page has their script (`tt`). */
export const feishuPanel = ({ globals }: Environment): ShareWay | undefined =>
  panel(find(globals?.tt, 'share'), ({ title, text, url, picture }) => ({
    channelType: ['wx', 'wx_timeline', 'system'],
    contentType: 'url',
    url,
    title,
    content: text,
    image: picture ?? '',
  }));
