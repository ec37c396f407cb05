const start = performance.now()
const [{ safeParseFilter }, { customers }] = await Promise.all([
  import("desk-filter"),
  import("desk-filter/desk"),
])
safeParseFilter(customers, '{"state":"active",}')
console.log(performance.now() - start)
