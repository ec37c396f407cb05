const start = performance.now()
const [{ filterBuilder }, { customers }] = await Promise.all([
  import("desk-filter/builder"),
  import("desk-filter/desk"),
])
filterBuilder(customers).eq("state", "active")
console.log(performance.now() - start)
