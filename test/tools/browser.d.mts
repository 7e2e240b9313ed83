import type { Browser, LaunchOptions } from 'playwright-core';

/** Flags every test browser gets. */
export const chromeFlags: readonly string[];
/** Path of a Chromium-family browser, or undefined. Throws when CHROME_PATH names a missing file. */
export function findBrowser(): string | undefined;
/** As findBrowser, but installs one where there is none; throws when it cannot. */
export function ensureBrowser(options?: { log?: (line: string) => void }): string;
/** The found browser, headless, through playwright-core. Close it when done. */
export function launch(options?: LaunchOptions): Promise<Browser>;
