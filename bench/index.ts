/**
 * Speed, as ratios: everything that is compared runs in this one process, on the same data, after its results
 * were seen to be equal. Absolute times of two machines cannot be compared, ratios can. It is bundled first,
 * because running TypeScript as it is wraps every function and so measures the wrapping.
 *
 *     npm run bench
 */
import { makeCustomers } from "../examples/demo/customers.ts"
import { scans, scanTable } from "./scan.ts"
import { markdownOf } from "./table.ts"

const records = makeCustomers(4000)
console.log(markdownOf(scanTable(await scans(records), records.length)))
