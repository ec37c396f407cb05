export {
  type Change,
  type FilterIndex,
  type FilterIndexOptions,
  filterIndex,
} from "./filter-index/filter-index.ts"
