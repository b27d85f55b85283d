import { literal, PYTHON_SYNTAX, stringLiteral } from './literal';
import { OpenaiCall, openaiCall } from './openaiCall';
import { SnippetRequest } from './SnippetRequest';

const INDENT = 4;

const of = (value: unknown) => literal(value, PYTHON_SYNTAX, INDENT);

/**
 * Python with the official client of OpenAI's protocol.
 *
 * @throws InputError when the publication is of another protocol
 */
export function pythonOpenaiSnippet(request: SnippetRequest): string {
  const call = openaiCall(request);
  const { baseUrl, key } = call;
  return [
    ...(key ? ['import os', ''] : []),
    'from openai import OpenAI',
    '',
    'client = OpenAI(',
    `    base_url=${stringLiteral(baseUrl)},`,
    key
      ? `    api_key=os.environ["${key.variable}"],`
      : '    api_key="none",  # the model needs none, the client does',
    ')',
    ...linesOf(call),
  ].join('\n');
}

function linesOf(call: OpenaiCall): string[] {
  if (!('method' in call)) {
    return [`print(client.models.retrieve(${stringLiteral(call.model)}))`];
  }
  const { method, body, stream } = call;
  const members = Object.entries(body);
  const isParameter = ([name]: [string, unknown]) =>
    method.parameters.includes(name);
  const further = members.filter(member => !isParameter(member));
  const words = [
    ...members
      .filter(isParameter)
      .map(([name, value]) => `${name}=${of(value)}`),
    ...(further.length > 0
      ? [`extra_body=${of(Object.fromEntries(further))}`]
      : []),
  ];
  return [
    `answer = client.${method.method}(`,
    ...words.map(word => `${' '.repeat(INDENT)}${word},`),
    ')',
    ...(stream && method.part
      ? [
          'for part in answer:',
          `    text = ${method.part.python}`,
          '    print(text or "", end="", flush=True)',
        ]
      : [`print(answer.${method.answer})`]),
  ];
}
