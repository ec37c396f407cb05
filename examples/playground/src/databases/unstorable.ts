/** What a text of a database cannot hold: half of a character, and in PostgreSQL the character NUL. */
export const unstorable = /[\p{Surrogate}\0]/u
