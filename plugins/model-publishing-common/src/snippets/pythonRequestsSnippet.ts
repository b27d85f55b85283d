import { literal, PYTHON_SYNTAX, stringLiteral } from './literal';
import { KeyHeader, snippetCall } from './snippetCall';
import { SnippetRequest } from './SnippetRequest';

const INDENT = 4;

/** Python with the library requests. */
export function pythonRequestsSnippet(request: SnippetRequest): string {
  const { method, url, key, body, stream, timeoutSeconds } =
    snippetCall(request);
  const words = [
    stringLiteral(url),
    ...(key ? [`headers={"${key.name}": ${valueOf(key)}}`] : []),
    ...(body ? [`json=${literal(body, PYTHON_SYNTAX, INDENT)}`] : []),
    ...(stream ? ['stream=True'] : []),
    `timeout=${timeoutSeconds}`,
  ];
  return [
    ...(key ? ['import os', ''] : []),
    'import requests',
    '',
    `response = requests.${method.toLowerCase()}(`,
    ...words.map(word => `${' '.repeat(INDENT)}${word},`),
    ')',
    'response.raise_for_status()',
    ...(stream
      ? [
          'for line in response.iter_lines():',
          '    print(line.decode(), flush=True)',
        ]
      : ['print(response.json())']),
  ].join('\n');
}

function valueOf({ scheme, variable }: KeyHeader): string {
  const value = `os.environ["${variable}"]`;
  return scheme === '' ? value : `"${scheme}" + ${value}`;
}
