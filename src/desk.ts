export { customers } from "./desk/customers.ts"
