declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  /** Reads Lit's `@property` decorators. The package's entry keeps it for its command line. */
  export function litPlugin(): { readonly name: string }[];
}
