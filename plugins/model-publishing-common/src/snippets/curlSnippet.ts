import { JSON_SYNTAX, literal } from './literal';
import { quoteForShell } from './quoteForShell';
import { snippetCall } from './snippetCall';
import { SnippetRequest } from './SnippetRequest';

/**
 * A command line for POSIX shells. Public models are asked without a key.
 *
 * @param apiKey - set in a line of its own, because who repeats the call, or starts another client, needs it again; when
 * absent, the variable has to be set already
 */
export function curlSnippet(request: SnippetRequest, apiKey?: string): string {
  const { method, url, key, body, stream } = snippetCall(request);
  const words = [
    `curl ${stream ? '-N ' : ''}-X ${method} ${quoteForShell(url)}`,
    ...(key ? [`-H "${key.name}: ${key.scheme}$${key.variable}"`] : []),
    ...(body
      ? [
          `-H ${quoteForShell('Content-Type: application/json')}`,
          `-d ${quoteForShell(literal(body, JSON_SYNTAX))}`,
        ]
      : []),
  ];
  const command = words.join(' \\\n  ');
  return key && apiKey !== undefined
    ? `export ${key.variable}=${quoteForShell(apiKey)}\n${command}`
    : command;
}
