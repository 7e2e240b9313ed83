/** Where something is bought, as far as it says who buys. */
export interface Buying extends HTMLElement {
  /** The id of the provider, where the room is named. */
  room?: string | undefined;
  readonly roomStore?:
    | {
        $viewer: { get(): { id: string } | undefined };
        $own: { get(): { share?: string | undefined } };
      }
    | undefined;
}

/** The viewer's pseudonym in the room, for the shop's till; undefined where they are nobody there, or nobody is to know. */
export function buyerAt(place: Buying | undefined): string | undefined {
  const room = place?.roomStore;
  // Whose links carry nothing is not known to the till either.
  if (!place || room?.$own.get().share === undefined || attributionAt(place) !== 'on') return undefined;
  return room.$viewer.get()?.id;
}

/** What the nearest provider around it allows, through shadow roots, or the one it names. */
function attributionAt(place: Buying): string {
  const said = (element: Element | null | undefined) => element?.getAttribute('attribution')?.toLowerCase();
  for (let node: Element | undefined = place; node; node = (node.getRootNode() as ShadowRoot).host) {
    const mode = said(node.closest('[attribution]'));
    if (mode !== undefined) return mode;
  }
  return (place.room && said(document.getElementById(place.room))) || 'on';
}
