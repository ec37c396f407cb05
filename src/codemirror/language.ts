import {
  continuedIndent,
  defineLanguageFacet,
  foldInside,
  foldNodeProp,
  indentNodeProp,
  Language,
  languageDataProp,
} from "@codemirror/language"
import { styleTags, tags } from "@lezer/highlight"
import { FilterParser } from "./filter-parser.ts"
import { defineNodeSet } from "./node-types.ts"

/**
 * The language of filters without a schema: highlighting, indentation, folding and matching brackets. {@link deskFilter}
 * contains it. Use it alone to highlight a filter that nobody edits, or to embed filters in another language.
 *
 * @example
 * ```ts
 * deskFilterLanguage.parser.parse('{"state":"active"}').toString()
 * // 'Filter(Object("{",Property(FieldName,":",String),"}"))'
 * ```
 */
export const deskFilterLanguage: Language = /* @__PURE__ */ defineLanguage()

function defineLanguage(): Language {
  const data = defineLanguageFacet({
    closeBrackets: { brackets: ["[", "{", '"'] },
    indentOnInput: /^\s*[}\]]$/,
  })
  const nodeSet = defineNodeSet().extend(
    languageDataProp.add({ Filter: data }),
    indentNodeProp.add({
      Object: continuedIndent({ except: /^\s*\}/ }),
      Array: continuedIndent({ except: /^\s*\]/ }),
    }),
    foldNodeProp.add({ "Object Array": foldInside }),
    styleTags({
      "FieldName!": tags.propertyName,
      "Operator!": tags.operatorKeyword,
      "LogicalOperator!": tags.keyword,
      "String!": tags.string,
      Number: tags.number,
      "True False": tags.bool,
      Null: tags.null,
      ", :": tags.separator,
      "[ ]": tags.squareBracket,
      "{ }": tags.brace,
    }),
  )
  return new Language(data, new FilterParser(nodeSet), [], "desk-filter")
}
