import { isRefusedByFetch } from './isRefusedByFetch';
import { JAVASCRIPT_SYNTAX, literal, stringLiteral } from './literal';
import { snippetCall, SnippetCall } from './snippetCall';
import { SnippetRequest } from './SnippetRequest';

/** JavaScript for Node.js 18 or newer, as a module. Not for browsers: whoever opened the page could read the key. */
export function javascriptSnippet(request: SnippetRequest): string {
  const call = snippetCall(request);
  return (isRefusedByFetch(call.url) ? withHttp(call) : withFetch(call)).join(
    '\n',
  );
}

function withFetch(call: SnippetCall): string[] {
  const { url, method, body, stream } = call;
  return [
    `const response = await fetch(${stringLiteral(url)}, {`,
    `  method: "${method}",`,
    ...headersOf(call),
    ...(body
      ? [`  body: JSON.stringify(${literal(body, JAVASCRIPT_SYNTAX, 2)}),`]
      : []),
    '});',
    'if (!response.ok) {',
    '  throw new Error(`${response.status} ${await response.text()}`);',
    '}',
    ...(stream
      ? [
          'for await (const part of response.body) {',
          '  process.stdout.write(part);',
          '}',
        ]
      : ['console.log(JSON.stringify(await response.json(), null, 2));']),
  ];
}

/** `fetch` refuses some ports; `http.request` does not. */
function withHttp(call: SnippetCall): string[] {
  const { url, method, body, stream } = call;
  const { protocol, port } = new URL(url);
  return [
    'import { once } from "node:events";',
    `import { request } from "node:${protocol.slice(0, -1)}";`,
    'import { json, text } from "node:stream/consumers";',
    '',
    `// fetch refuses port ${port}, as browsers do.`,
    `const call = request(${stringLiteral(url)}, {`,
    `  method: "${method}",`,
    ...headersOf(call),
    '});',
    body
      ? `call.end(JSON.stringify(${literal(body, JAVASCRIPT_SYNTAX)}));`
      : 'call.end();',
    'const [response] = await once(call, "response");',
    'if (response.statusCode !== 200) {',
    '  throw new Error(`${response.statusCode} ${await text(response)}`);',
    '}',
    ...(stream
      ? ['response.pipe(process.stdout);']
      : ['console.log(JSON.stringify(await json(response), null, 2));']),
  ];
}

function headersOf({ key, body }: SnippetCall): string[] {
  const headers = [
    ...(body ? ['"Content-Type": "application/json"'] : []),
    ...(key
      ? [
          `${JAVASCRIPT_SYNTAX.member(key.name)}${
            key.scheme === ''
              ? `process.env.${key.variable}`
              : `\`${key.scheme}\${process.env.${key.variable}}\``
          }`,
        ]
      : []),
  ];
  return headers.length === 0
    ? []
    : ['  headers: {', ...headers.map(header => `    ${header},`), '  },'];
}
