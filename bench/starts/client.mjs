const start = performance.now()
const [{ filterBuilder }, { customers }, { toSearchParams }] = await Promise.all([
  import("desk-filter/builder"),
  import("desk-filter/desk"),
  import("desk-filter/query-string"),
])
String(toSearchParams(filterBuilder(customers).eq("state", "active")))
console.log(performance.now() - start)
