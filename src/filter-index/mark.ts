/**
 * What a round knows of a node. A mark is stored as the number of the round plus one of these, so the marks of the rounds
 * before need not be deleted.
 */
export enum Mark {
  /** The node does not hold. */
  False = 1,
  /** The node holds. */
  True,
  /** The node holds, and the round has looked at the nodes that watch it. */
  Visited,
  /** The difference between the numbers of two rounds. */
  Count,
}
