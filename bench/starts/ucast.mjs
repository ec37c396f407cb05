const start = performance.now()
const { guard } = await import("@ucast/mongo2js")
guard(JSON.parse('{"state":"active","createdAt":{"$gte":"2024-01-01"}}'))
console.log(performance.now() - start)
