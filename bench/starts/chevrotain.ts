const start = performance.now()
await import("chevrotain")
console.log(performance.now() - start)
