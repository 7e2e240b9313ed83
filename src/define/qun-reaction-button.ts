import { QunReactionButton } from '../elements/reaction-button/reaction-button.js';
import { define } from './define.js';

define('qun-reaction-button', QunReactionButton);
export { QunReactionButton };
