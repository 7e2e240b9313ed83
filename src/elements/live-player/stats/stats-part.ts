import { Part } from '../../../core/part.js';

/** The statistics, for those who open them. */
export const statsPanel = new Part(async () => (await import('./stats-panel.js')).StatsPanel);
