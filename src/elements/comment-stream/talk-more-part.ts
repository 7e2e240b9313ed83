import { Part } from '../../core/part.js';

/** What takes part in a talk: sending, replies, reports, emoji; and what stands around its lines. */
export const talkMore = new Part(async () => (await import('./talk-more.js')).TalkMore);
