import { compileExpression } from '../expressions';
import { Authorization } from '../resources/SecurityPolicy';
import {
  GatewayRequest,
  headerValue,
  localReply,
  LocalReply,
} from './GatewayRequest';

type Rule = Authorization['rules'][number];

/** Envoy treats an expression that fails, for instance on an absent header, as not matching. */
function satisfies(expression: string, request: GatewayRequest): boolean {
  const headers = Object.fromEntries(
    [...request.headers].map(([name, values]) => [name, values.join(',')]),
  );
  try {
    const result: unknown = compileExpression(expression)?.({
      request: {
        headers,
        method: request.method,
        host: request.host,
        path: `${request.path}${request.query}`,
        url_path: request.path,
      },
    });
    return result === true;
  } catch {
    return false;
  }
}

function matches(rule: Rule, request: GatewayRequest): boolean {
  const methods = rule.operation?.methods ?? [];
  const headers = rule.principal?.headers ?? [];
  return (
    (methods.length === 0 || methods.includes(request.method)) &&
    headers.every(({ name, values }) => {
      const value = headerValue(request, name);
      return value !== undefined && values.includes(value);
    }) &&
    (rule.cel === undefined || satisfies(rule.cel, request))
  );
}

/** Envoy's RBAC filter: the first rule that matches decides, else the default action. */
export function authorize(
  { defaultAction, rules }: Authorization,
  request: GatewayRequest,
): LocalReply | undefined {
  const decided = rules.find(rule => matches(rule, request));
  return (decided?.action ?? defaultAction) === 'Allow'
    ? undefined
    : localReply(403, 'RBAC: access denied');
}
