// The analyzer's own types describe its configuration file alone; these are the two things a program calls.
import type { SourceFile } from 'typescript';

interface AnalyzerPlugin {
  readonly name: string;
}

declare module '@custom-elements-manifest/analyzer' {
  export function create(input: {
    modules: readonly SourceFile[];
    plugins: readonly AnalyzerPlugin[];
    context: { dev: boolean };
  }): unknown;
  /** The analyzer's own compiler: its source files are no other version's. */
  export const ts: typeof import('typescript');
}
