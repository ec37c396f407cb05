export { type FromUcastOptions, fromUcast, type UcastCondition } from "./bridges/ucast/from-ucast.ts"
export { toUcast } from "./bridges/ucast/to-ucast.ts"
