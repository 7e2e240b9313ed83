/** What `live.json` beside the segments says: one loop of a show in pieces, ready to be served for ever. */
export interface LiveSet {
  /** Length of each segment in seconds. */
  segmentSeconds: number;
  /** Segments in one loop; they are called `00.m4s`, `01.m4s`, … */
  segmentCount: number;
  frameRate: number;
  tracks: { id: number; kind: 'video' | 'audio'; timescale: number; loopTicks: number }[];
  /** Best first. */
  renditions: Rendition[];
}

export interface Rendition {
  /** Folder of its files and of its path: `hi`, `lo`. */
  name: string;
  width: number;
  height: number;
  codecs: string;
  /** Bits per second: of the largest segment, and over the whole loop. */
  bandwidth: number;
  averageBandwidth: number;
}
