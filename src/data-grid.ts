export {
  type AgGridFilterOptions,
  fromAgGridFilterModel,
} from "./bridges/data-grid/ag-grid/from-ag-grid-filter-model.ts"
export { fromMuiFilterModel, type MuiFilterOptions } from "./bridges/data-grid/mui/from-mui-filter-model.ts"
export {
  type ColumnFilterOptions,
  fromColumnFilters,
} from "./bridges/data-grid/tanstack/from-column-filters.ts"
