/** The part of https://github.com/tabatkins/railroad-diagrams (CC0) that diagram.ts uses. */
declare module "railroad-diagrams" {
  export interface Track {
    toString(): string
  }
  interface Railroad {
    Diagram(...tracks: Track[]): Track
    Sequence(...tracks: Track[]): Track
    Choice(normal: number, ...tracks: Track[]): Track
    ZeroOrMore(track: Track, separator: Track): Track
    Terminal(text: string): Track
    NonTerminal(text: string, href?: string): Track
  }
  const railroad: Railroad
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default railroad
}
