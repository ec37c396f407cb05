import { testExamples } from "./test-examples.ts"

// docs-on-pglite.test.ts, test/servers/recipes.test.ts and test/drivers/recipes.test.ts run the others.
testExamples("test")
