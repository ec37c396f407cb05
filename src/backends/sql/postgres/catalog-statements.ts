/**
 * The table that a statement would find by this name, if the user may read it: its name in quotes, its name and its schema
 * or nothing, its database or nothing. With a schema that the user may not use, to_regclass would be an error.
 */
export const TABLE = `
SELECT c.oid::text AS id, relkind::text AS kind
FROM (SELECT ?::text AS quoted, ?::text AS name, ?::text AS schema, ?::text AS database) AS path
JOIN pg_catalog.pg_class c ON CASE path.schema WHEN '' THEN c.oid = to_regclass(path.quoted) ELSE relname = path.name END
JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace
WHERE path.schema IN ('', nspname) AND path.database IN ('', current_database()) AND relkind IN ('r', 'p', 'v', 'm', 'f')
  AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')`

/**
 * The columns of a table. The type of a domain is the one below all domains. Every builtin collation orders by code point.
 * A type that a user or an extension created has labels: none if it is no enum. So has citext if a statement does not find
 * it by its name alone.
 */
export const COLUMNS = `
WITH RECURSIVE base(attrelid, attnum, oid, typmod) AS (
  SELECT attrelid, attnum, atttypid, atttypmod FROM pg_catalog.pg_attribute
  WHERE attrelid = ?::oid AND attnum > 0 AND NOT attisdropped AND has_column_privilege(attrelid, attnum, 'SELECT')
  UNION ALL
  SELECT base.attrelid, base.attnum, typbasetype, typtypmod FROM base JOIN pg_catalog.pg_type USING (oid) WHERE typtype = 'd'
)
SELECT attname::text AS name,
  NOT (attnotnull OR t.typnotnull) AS nullable,
  CASE b.typtype WHEN 'c' THEN 'record' ELSE format_type(b.oid, base.typmod) END AS type,
  CASE t.typtype WHEN 'd' THEN format_type(t.oid, NULL) END AS domain,
  collname::text AS collation,
  NOT collisdeterministic AS loose,
  coalesce(collisdeterministic AND CASE collprovider
    WHEN 'd' THEN to_jsonb(d) ->> 'datlocprovider' = 'b'
      OR (coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') = 'c' AND datcollate IN ('C', 'POSIX'))
    WHEN 'c' THEN collcollate IN ('C', 'POSIX')
    ELSE collprovider = 'b'
  END, false) AS binary,
  CASE WHEN b.typnamespace <> 'pg_catalog'::regnamespace AND format_type(b.oid, NULL) <> 'citext' THEN coalesce(
    (SELECT json_agg(enumlabel ORDER BY enumsortorder)::text FROM pg_catalog.pg_enum WHERE enumtypid = b.oid), '[]')
  END AS labels
FROM base
JOIN pg_catalog.pg_type b ON b.oid = base.oid AND b.typtype <> 'd'
JOIN pg_catalog.pg_attribute a ON a.attrelid = base.attrelid AND a.attnum = base.attnum
JOIN pg_catalog.pg_type t ON t.oid = atttypid
JOIN pg_catalog.pg_database d ON datname = current_database()
LEFT JOIN pg_catalog.pg_collation c ON c.oid = attcollation
ORDER BY a.attnum`

/** The keys of the indexes of a table that serve any row. */
export const INDEXES = `
SELECT i.relname::text AS name,
  n AS position,
  attname::text AS column,
  pg_get_indexdef(indexrelid, n, true) AS expression,
  amname::text AS method,
  opcname LIKE '%pattern_ops' AS pattern,
  CASE WHEN attcollation IS DISTINCT FROM indcollation[n - 1] THEN collname::text END AS collation
FROM pg_catalog.pg_index
JOIN pg_catalog.pg_class i ON i.oid = indexrelid
JOIN pg_catalog.pg_am am ON am.oid = i.relam AND amname IN ('btree', 'hash')
CROSS JOIN LATERAL generate_series(1, indnkeyatts) AS n
JOIN pg_catalog.pg_opclass o ON o.oid = indclass[n - 1]
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = indrelid AND a.attnum = indkey[n - 1] AND a.attnum > 0
LEFT JOIN pg_catalog.pg_collation c ON c.oid = indcollation[n - 1]
WHERE indrelid = ?::oid AND indisvalid AND indpred IS NULL
ORDER BY i.relname, n`

export const SESSION = `
SELECT current_setting('server_encoding') AS server_encoding,
  current_setting('client_encoding') AS client_encoding,
  current_setting('standard_conforming_strings') AS standard_strings`
