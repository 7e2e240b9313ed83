/** What a viewer chose about data, for every player that this page still opens. Kept nowhere else. */
export const saving: { chosen?: boolean } = {};

/** Whether a player should begin by saving data: as was chosen, else as the device asks of all pages. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return saving.chosen ?? connection?.saveData === true;
}
