/**
 * The codes of the characters that the scanner tells apart. They are an enum because a bundler writes its members as
 * numbers, but turns a constant into a variable, which V8 reads again for each character.
 */
export enum Code {
  Tab = 0x09,
  LineFeed = 0x0a,
  CarriageReturn = 0x0d,
  Space = 0x20,
  Quote = 0x22,
  Dollar = 0x24,
  Minus = 0x2d,
  Point = 0x2e,
  Digit0 = 0x30,
  Digit9 = 0x39,
  UpperE = 0x45,
  Backslash = 0x5c,
  LowerE = 0x65,
}
