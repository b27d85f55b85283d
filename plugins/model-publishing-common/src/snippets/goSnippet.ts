import { JSON_SYNTAX, literal, stringLiteral } from './literal';
import { KeyHeader, snippetCall } from './snippetCall';
import { SnippetBody, SnippetRequest } from './SnippetRequest';

const OK = '\tif err != nil {\n\t\tlog.Fatal(err)\n\t}';

/** A Go program of the standard library alone. */
export function goSnippet(request: SnippetRequest): string {
  const { method, url, key, body } = snippetCall(request);
  const packages = [
    'io',
    'log',
    'net/http',
    'os',
    ...(body ? ['strings'] : []),
  ];
  const reader = body ? 'strings.NewReader(body)' : 'nil';
  return [
    'package main',
    '',
    'import (',
    ...packages.map(name => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...(body ? [`\tbody := \`${rawTextOf(body)}\``] : []),
    `\trequest, err := http.NewRequest("${method}", ${stringLiteral(
      url,
    )}, ${reader})`,
    OK,
    ...(body
      ? ['\trequest.Header.Set("Content-Type", "application/json")']
      : []),
    ...(key ? [`\trequest.Header.Set("${key.name}", ${valueOf(key)})`] : []),
    '\tresponse, err := http.DefaultClient.Do(request)',
    OK,
    '\tdefer response.Body.Close()',
    '\tif response.StatusCode != http.StatusOK {',
    '\t\tproblem, _ := io.ReadAll(response.Body)',
    '\t\tlog.Fatalf("%s %s", response.Status, problem)',
    '\t}',
    '\tif _, err := io.Copy(os.Stdout, response.Body); err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '}',
  ].join('\n');
}

/** Nothing is escaped in Go's raw strings, and only a backtick ends them; JSON has it in strings alone, where it can be escaped. */
function rawTextOf(body: SnippetBody): string {
  return literal(body, JSON_SYNTAX).replaceAll('`', '\\u0060');
}

function valueOf({ scheme, variable }: KeyHeader): string {
  const value = `os.Getenv("${variable}")`;
  return scheme === '' ? value : `"${scheme}"+${value}`;
}
