/** The sentences of docs/peers.md. A claim about a library must hold for the results on the page. */

export const introduction = (date: string, versions: string) =>
  `
Other libraries take filters that look like those of this package, or write the SQL and the queries of filters. This page
shows where their answers differ from what [semantics.md](semantics.md) defines. It compares definitions, not quality: these
libraries have other goals, and often they do exactly what they promise. Read it before you replace one library by another, or
use two of them side by side.

\`npm run peers\` wrote this page on ${date}, and a test fails if an answer changes. The versions:
${versions}.
`.trim()

export const method = `
Every library gets the [conformance cases](conformance.md): records, and filters with the ids that they must find. The one case
with an option of this package is left out. The libraries get what they would get in a program:

- Filters and records have the same values. A date-time is a Date in memory, a text in SQLite, and a timestamp in PostgreSQL. An
  integer is a number, and a bigint beyond 2^53. UUIDs are in lower case. A reference is its id.
- A case is left out for a library that cannot hold a value of the filter: a decimal in memory and in SQLite, or a date-time
  finer than a millisecond, or than a microsecond in PostgreSQL. An answer would be that of a rounded filter.
- No library has fields that ignore case, so the values of these fields are in lower case, in filters and records.
- sift, mingo and ucast get the text of the filter as a query of MongoDB. \`$contains\` becomes \`$regex\` with an escaped text.
- \`@ucast/sql\` gets the conditions of \`@ucast/mongo\`, and its joins are inner joins, as its documentation describes. SQLite
  has a function \`regexp\`.
- React Query Builder gets the rules that a program would make of the filter: \`=\`, \`!=\`, \`<\`, \`in\`, \`notIn\`, \`contains\`, \`null\` and
  \`notNull\`, in groups of \`and\` and \`or\`. Its presets for SQLite and PostgreSQL are set, and names are quoted. A view has
  the fields of the relation to one as columns. The cases on relations to many are left out, because its SQL has no joins.
- Its \`mongodb_query\` runs on mingo, with date-times as texts. MongoDB compares numbers by value, and mingo does not compare a
  bigint with a number. So this line has texts of one length in place of the integers of the query and of the records, with
  the order of the integers.
- The text columns compare by code point: \`BINARY\` in SQLite, and \`COLLATE "C"\` in PostgreSQL.
`.trim()

export const promises = `
| library | what its documentation says | what follows |
|---|---|---|
| sift | "a tiny library for using MongoDB queries in Javascript" | It follows MongoDB. If MongoDB and this package differ, sift may be right. |
| mingo | "MongoDB query language for in-memory objects" | The same. Its documentation lists its own differences from MongoDB. |
| @ucast/mongo2js | It "allows to evaluate MongoDB query conditions in JavaScript runtime". | The same for equality with null. Its order of values is that of JavaScript. |
| @ucast/sql | It translates conditions of ucast into SQL. This version is an alpha version. | Each operator becomes an operator of SQL, with its rules for NULL. |
| react-querybuilder | "a fully customizable query builder component for React, along with a collection of utility functions", for imports and exports | Rules are what a user has entered so far, so the exports leave out unfinished rules. Options replace each part of them. |
`.trim()

export const background = `
- **Empty lists.** React Query Builder takes a group without rules, and \`in\` with an empty list, for unfinished. It writes
  \`(1 = 1)\`, or leaves the rule out. But a list that a program computes is empty when nothing is allowed. MongoDB rejects
  empty lists of \`$and\` and \`$or\`, as sift and ucast do. PostgreSQL rejects the \`in ()\` of \`@ucast/sql\`.
- **Null and order.** For \`@ucast/mongo2js\`, null counts as 0 beside a number or a date-time, and as less than a text. A missing value
  is less than every value. MongoDB compares only values of one type.
- **Null in a list.** \`in (5, NULL)\` does not find NULL, and \`not in (5, NULL)\` finds nothing. The \`sql\` export writes the
  text \`'null'\`, which PostgreSQL refuses in columns of other types. ucast finds null in a list
  only if the property is there. Without the property, \`$nin\` with null finds the record.
- **A missing list.** In MongoDB, \`{"tags.name":null}\` matches a record without \`tags\`. Here it matches a related record
  without a name. sift and mingo follow MongoDB for a missing list. mingo does not find null in an object without the property.
- **Order of texts.** sift, mingo and ucast compare UTF-16 units, as JavaScript does. MongoDB and this package compare code
  points: U+1F600 is greater than U+FFFD.
- **Patterns.** React Query Builder writes \`contains\` as \`like '%…%'\` and as \`$regex\`, and does not
  escape \`%\`, \`_\`, \`\\\` or \`*\`. In SQLite, \`like\` ignores the case of ASCII letters.
- **Values of React Query Builder.** Its exports remove the spaces around the texts of a list. The \`sql\` export writes true in
  a list as the text \`'true'\`. The parameterized exports leave quotes around a text with a line break.
- **A missing object.** ucast does not find \`{"company.name":null}\` if \`company\` is null or missing, and \`$ne\` with null finds
  these records. SQL with an inner join finds them in neither case.
- **Relations to many in SQL.** \`@ucast/sql\` joins the table. There, \`$ne\` means that some row differs, and one row must
  satisfy all conditions. Here, \`$ne\` means that no row is equal, and two rows may satisfy two conditions.
- **Large integers.** The \`mongodb_query\` of React Query Builder 8 rounds a bigint to a double, and so compares with another integer.
  Version 7 throws. sift orders bigints among bigints only. mingo does not serialise a bigint, and throws. \`@ucast/mongo\` refuses one
  with \`$lt\` and the like.
- **NULL in SQL.** \`count <> 5\` is not true for NULL, and \`count = NULL\` is never true. The SQL of \`@ucast/sql\` and of
  React Query Builder follows these rules, so it does not find records without a value.
`.trim()
