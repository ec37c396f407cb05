/** The kinds of nodes. */
export enum Kind {
  /** The field has a value, or has none. */
  Equality,
  /** The field has one of several values. */
  Membership,
  /** The field has a value in a range. */
  Range,
  /** The field has a text that contains a text. */
  Containment,
  /** A node does not hold. */
  Negation,
  /** Every operand holds. */
  Conjunction,
  /** Some operand holds. */
  Disjunction,
}
