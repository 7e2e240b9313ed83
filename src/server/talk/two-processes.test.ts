import { talkInTwoProcesses } from '../../../test/fixtures/talk-in-two-processes.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';

talkInTwoProcesses('SQLite', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  return [store, store];
});
