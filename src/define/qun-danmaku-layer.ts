import { QunDanmakuLayer } from '../elements/danmaku-layer/danmaku-layer.js';
import { define } from './define.js';

define('qun-danmaku-layer', QunDanmakuLayer);
export { QunDanmakuLayer };
