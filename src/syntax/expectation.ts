/** What a text must have at a syntax error: punctuation stands for itself. */
export type Expectation = "field-name" | "operator" | "name" | "value" | "," | ":" | "}" | "]" | "end"
