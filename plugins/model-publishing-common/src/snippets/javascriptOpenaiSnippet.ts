import { JAVASCRIPT_SYNTAX, literal, stringLiteral } from './literal';
import { OpenaiCall, openaiCall } from './openaiCall';
import { SnippetRequest } from './SnippetRequest';

/**
 * JavaScript for Node.js with the official client of OpenAI's protocol, as a module.
 *
 * @throws InputError when the publication is of another protocol
 */
export function javascriptOpenaiSnippet(request: SnippetRequest): string {
  const call = openaiCall(request);
  const { baseUrl, key } = call;
  return [
    'import OpenAI from "openai";',
    '',
    'const client = new OpenAI({',
    `  baseURL: ${stringLiteral(baseUrl)},`,
    key
      ? `  apiKey: process.env.${key.variable},`
      : '  apiKey: "none", // the model needs none, the client does',
    '});',
    ...linesOf(call),
  ].join('\n');
}

function linesOf(call: OpenaiCall): string[] {
  if (!('method' in call)) {
    const model = stringLiteral(call.model);
    return [`console.log(await client.models.retrieve(${model}));`];
  }
  const { method, body, stream } = call;
  return [
    `const answer = await client.${method.method}(${literal(
      body,
      JAVASCRIPT_SYNTAX,
    )});`,
    ...(stream && method.part
      ? [
          'for await (const part of answer) {',
          `  process.stdout.write(${method.part.javascript} ?? "");`,
          '}',
        ]
      : [`console.log(answer.${method.answer});`]),
  ];
}
