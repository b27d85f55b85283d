import { Expected } from './ParityCase';

/** What to compare: the expectation itself where a value meets it, else the value. */
export function describeExpected(
  actual: string | undefined,
  expected: Expected,
): string | null {
  if (expected === null) {
    return actual ?? null;
  }
  const value = actual ?? '';
  const matches =
    typeof expected === 'string' ? value === expected : expected.test(value);
  return matches ? String(expected) : value;
}

/** Those of the actual values that are expected, in a form to compare with `printed`. */
export function pick(
  actual: Record<string, string | string[] | undefined>,
  expected: Readonly<Record<string, Expected>> = {},
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [
      name,
      describeExpected(actual[name]?.toString(), value),
    ]),
  );
}

/** Expectations in the form in which they are compared. */
export function printed(
  expected: Readonly<Partial<Record<string, Expected>>> = {},
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [
      name,
      value === null ? null : String(value),
    ]),
  );
}
