/** A browser that has only just begun is busy with itself for about this long, ms; a viewer's has been there for an hour. */
const REST_MS = 1500;

/** Resolves when a browser that was just started has come to rest. */
export const rest = (): Promise<void> => new Promise(rested => setTimeout(rested, REST_MS));
