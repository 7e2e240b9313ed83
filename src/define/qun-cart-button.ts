import { QunCartButton } from '../elements/cart-button/cart-button.js';
import { define } from './define.js';

define('qun-cart-button', QunCartButton);
export { QunCartButton };
