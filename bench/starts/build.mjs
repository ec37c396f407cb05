const start = performance.now()
const [{ filterBuilder }, { customers }, { toPredicate }] = await Promise.all([
  import("desk-filter/builder"),
  import("desk-filter/desk"),
  import("desk-filter/predicate"),
])
toPredicate(filterBuilder(customers).eq("state", "active"))({ state: "active" })
console.log(performance.now() - start)
