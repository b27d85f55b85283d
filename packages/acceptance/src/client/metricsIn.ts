const OPERATORS = ['and', 'or', 'unless'];

/** Names of the metrics in an expression of PromQL. */
export function metricsIn(expr: string): string[] {
  const bare = expr
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|on)\s*\([^)]*\)/g, '');
  // What is followed by a parenthesis is a function.
  return [...bare.matchAll(/\b[a-zA-Z_:][\w:]*\b(?!\s*\()/g)]
    .map(([name]) => name)
    .filter(name => !OPERATORS.includes(name));
}
