/**
 * A name as part of a sentence: one with right-to-left letters is wrapped in Unicode's isolates (U+2068, U+2069), so that
 * the digits and punctuation after it keep their order: without them "+971 50" after an Arabic name reads "50 971+".
 * Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name
}

// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/
