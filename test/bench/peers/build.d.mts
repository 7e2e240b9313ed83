export const peers: string[];
/** Where the built page scripts stand: `<peer>/<peer>.js`. */
export const outDir: string;
export function buildPeers(): Promise<void>;
