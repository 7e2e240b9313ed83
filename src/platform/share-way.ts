/** What is passed on, as apps take it. */
export interface Shareable {
  title: string;
  text: string;
  /** Absolute. */
  url: string;
  /** Absolute, http(s). */
  picture?: string | undefined;
}

/** `opened`: the way was there; what was done in it nobody knows. `dismissed`: the viewer closed it. `refused`: not here, or not now. */
export type WayOutcome = 'opened' | 'dismissed' | 'refused';

/** A way that an app offers, behind one function. Needs a tap of the viewer just before. Never rejects, and never takes for ever. */
export interface ShareWay {
  open(what: Shareable): Promise<WayOutcome>;
}
