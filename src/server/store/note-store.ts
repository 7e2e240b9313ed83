/** What all processes of a server know for a while: nothing of a room, and nothing that could not be found out anew. */
export interface NoteStore {
  /** What was noted under `name`, while its time is not over. */
  note(name: string): Promise<string | undefined>;
  /** In place of what was there, for `ms` from now. May be lost with the store's last moments. */
  setNote(name: string, text: string, ms: number): Promise<void>;
}
