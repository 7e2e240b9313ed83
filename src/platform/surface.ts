import type { Surface } from '../core/product-link.js';
import type { Environment } from './environment.js';
import { hostApp } from './host-app.js';

/** On which surface the page is shown, as far as it decides how something is bought. WeCom knows no tag for mini-programs. */
export function surfaceOf(environment: Environment): Surface {
  const { name, miniProgram } = hostApp(environment);
  if (miniProgram) return 'mini-program';
  if (name === 'wechat') return 'wechat';
  if (name === 'wecom') return 'desk';
  return /Android|iPhone|iPad|iPod|Mobile|HarmonyOS/i.test(environment.userAgent) ? 'phone' : 'desk';
}
