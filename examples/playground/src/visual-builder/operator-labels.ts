import type { RuleOperatorName } from "desk-filter/react-querybuilder"

/** The labels of operators. The others keep those of React Query Builder, such as "is null". */
export const operatorLabels: Readonly<Partial<Record<RuleOperatorName, string>>> = {
  "=": "is",
  "!=": "is not",
  "<": "is less than",
  "<=": "is at most",
  ">": "is greater than",
  ">=": "is at least",
  in: "is one of",
  notIn: "is none of",
  between: "is between",
  notBetween: "is not between",
}
