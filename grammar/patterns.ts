/** A number of RFC 8259. */
export const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/

/** A word without quotes, such as a key in the notation of the Mongo shell. */
export const WORD = /[A-Za-z_$'`][\w$.'`-]*/
