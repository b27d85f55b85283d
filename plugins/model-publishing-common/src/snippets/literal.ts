/** How a language writes a JSON value in its source. */
export interface LiteralSyntax {
  null: string;
  true: string;
  false: string;
  /** The name of a member, with its separator. */
  member(name: string): string;
  trailingComma: boolean;
  /** Of one level, in spaces. */
  indent: number;
  /** Between braces and what is in them. */
  padding: '' | ' ';
}

export const JSON_SYNTAX: LiteralSyntax = {
  null: 'null',
  true: 'true',
  false: 'false',
  member: name => `${stringLiteral(name)}: `,
  trailingComma: false,
  indent: 2,
  padding: '',
};

export const PYTHON_SYNTAX: LiteralSyntax = {
  ...JSON_SYNTAX,
  null: 'None',
  true: 'True',
  false: 'False',
  trailingComma: true,
  indent: 4,
};

export const JAVASCRIPT_SYNTAX: LiteralSyntax = {
  ...JSON_SYNTAX,
  member: name => `${javascriptName(name)}: `,
  trailingComma: true,
  padding: ' ',
};

/** What fits into a line is written into one, in characters. */
const LINE_WIDTH = 56;

/**
 * What would not be seen, would be seen in another order, or may not stand in every language's source: control and
 * format characters, line separators, marks of direction and byte order, and halves of characters.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** A string literal that JSON, Python and JavaScript read alike. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, escaped);
}

/** Characters beyond four digits stay: what stands for them in JavaScript is no text in Python. */
function escaped(character: string): string {
  return character.length > 1
    ? character
    : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A JSON value in the source of a language, broken into lines where it is long.
 *
 * @param indent - of the line on which it begins, in spaces
 */
export function literal(
  value: unknown,
  syntax: LiteralSyntax,
  indent = 0,
): string {
  const line = lineOf(value, syntax);
  const { open, close, parts } = partsOf(value, syntax);
  if (parts.length === 0 || indent + line.length <= LINE_WIDTH) {
    return line;
  }
  const inner = indent + syntax.indent;
  const lines = parts.map(
    ({ name, part }) => ' '.repeat(inner) + name + literal(part, syntax, inner),
  );
  const comma = syntax.trailingComma ? ',' : '';
  return `${open}\n${lines.join(',\n')}${comma}\n${' '.repeat(indent)}${close}`;
}

function lineOf(value: unknown, syntax: LiteralSyntax): string {
  switch (typeof value) {
    case 'string':
      return stringLiteral(value);
    case 'number':
      return JSON.stringify(value);
    case 'boolean':
      return value ? syntax.true : syntax.false;
    default: {
      const { open, close, parts } = partsOf(value, syntax);
      const texts = parts.map(({ name, part }) => name + lineOf(part, syntax));
      const padding = open === '{' && parts.length > 0 ? syntax.padding : '';
      return open + padding + texts.join(', ') + padding + close;
    }
  }
}

interface Parts {
  open: string;
  close: string;
  parts: Array<{ name: string; part: unknown }>;
}

function partsOf(value: unknown, syntax: LiteralSyntax): Parts {
  if (Array.isArray(value)) {
    const parts = value.map(part => ({ name: '', part }));
    return { open: '[', close: ']', parts };
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => ({ name: syntax.member(name), part }));
    return { open: '{', close: '}', parts };
  }
  return { open: syntax.null, close: '', parts: [] };
}

/** `"__proto__": x` would set the prototype. */
function javascriptName(name: string): string {
  if (name === '__proto__') {
    return '["__proto__"]';
  }
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}
