/** Asks for series by one label. Patterns are of RE2 and stand for the whole value. */
export interface LabelMatcher {
  label: string;
  operator: '=' | '=~';
  value: string;
}

/** Series that have all of these labels, as PromQL writes it. */
export function selectorOf(matchers: LabelMatcher[]): string {
  const parts = matchers.map(
    // PromQL's strings are Go's, whose escapes in double quotes include all of JSON's.
    ({ label, operator, value }) =>
      `${label}${operator}${JSON.stringify(value)}`,
  );
  return `{${parts.join(',')}}`;
}

/** A pattern for exactly one of some texts. */
export function oneOf(texts: string[]): string {
  return `(${texts.map(escapePattern).join('|')})`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
