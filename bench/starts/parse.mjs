const start = performance.now()
const [{ parseFilter }, { customers }] = await Promise.all([
  import("desk-filter"),
  import("desk-filter/desk"),
])
parseFilter(customers, '{"state":"active","createdAt":{"$gte":"2024-01-01"}}')
console.log(performance.now() - start)
