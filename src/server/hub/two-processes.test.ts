import { sellingInTwoProcesses } from '../../../test/fixtures/selling-in-two-processes.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';

sellingInTwoProcesses('SQLite', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  return [store, store];
});
