import { QunShareToGroup } from '../elements/share-to-group/share-to-group.js';
import { define } from './define.js';

define('qun-share-to-group', QunShareToGroup);

export { QunShareToGroup };
