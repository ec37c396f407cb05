const { answers } = require("./answers.cjs")

answers(async (entry) => require(entry)).then((found) => console.log(JSON.stringify(found)))
