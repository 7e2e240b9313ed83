import type { Metric } from '../core/metric.js';

/**
 * A figure of how a player does: `detail`, by its `name`. Bubbles, composed, not cancelable. Where the player has left the
 * page already, its last one is told to the document.
 */
export class QunMetricEvent extends Event {
  static readonly type = 'qun-metric';
  readonly detail: Metric;

  constructor(detail: Metric) {
    super(QunMetricEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-metric': QunMetricEvent;
  }
}
