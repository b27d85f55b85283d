import { parse } from '@marcbachmann/cel-js';

type Evaluate = (context: Record<string, unknown>) => unknown;

const compiled = new Map<string, Evaluate | undefined>();

/** A CEL expression as a function, or undefined when it is no expression. Each text is parsed once. */
export function compileExpression(text: string): Evaluate | undefined {
  if (!compiled.has(text)) {
    compiled.set(text, tryToParse(text));
  }
  return compiled.get(text);
}

function tryToParse(text: string): Evaluate | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
