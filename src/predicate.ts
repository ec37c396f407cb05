export {
  type Predicate,
  type PredicateOf,
  type PredicateOptions,
  toPredicate,
} from "./backends/predicate/predicate.ts"
