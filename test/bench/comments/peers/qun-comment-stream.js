import { inRoom } from './in-room.js';
import '../../../../src/define/qun-comment-stream.ts';

contend(box => inRoom(box, document.createElement('qun-comment-stream')));
