export { type Predicate, type PredicateOptions, toPredicate } from "./backends/predicate/predicate.ts"
