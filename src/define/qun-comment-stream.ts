import { QunCommentStream } from '../elements/comment-stream/comment-stream.js';
import { define } from './define.js';

define('qun-comment-stream', QunCommentStream);

export { QunCommentStream };
