/** Robots that open a link to show what is behind it, or to check it, as they name themselves. A Cubot is a phone. */
const ROBOT =
  /(?<!cu)bot\b|spider|crawl|scrap(?:er|y|\/)|preview|externalhit|externalagent|inspectiontool|lighthouse|mediapartners|slurp|^WhatsApp\//i;

/**
 * Whether a program asks that says of itself that nobody is looking: most run no script and never come this far, but some
 * do, and a link pasted into a group would seem to be opened by as many. Who calls themselves something else is a viewer.
 */
export const isPreview = (userAgent: string | undefined): boolean => ROBOT.test(userAgent ?? '');
