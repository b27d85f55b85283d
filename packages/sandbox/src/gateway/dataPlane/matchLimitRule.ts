import {
  HeaderSelector,
  LimitRule,
  PathSelector,
} from '../configuration/GatewayConfiguration';
import { GatewayRequest, headerValue } from './GatewayRequest';
import { hasPathPrefix, matchesWhole } from './selectRoute';

function matchesHeader(
  { name, kind, value, invert }: HeaderSelector,
  request: GatewayRequest,
): boolean {
  const actual = headerValue(request, name);
  if (kind === 'Distinct') {
    return actual !== undefined;
  }
  const equal =
    actual !== undefined &&
    (kind === 'Exact' ? actual === value : matchesWhole(value, actual));
  return equal !== invert;
}

function matchesPath(
  { kind, value, invert }: PathSelector,
  { path, query }: GatewayRequest,
): boolean {
  const test = {
    Exact: () => `${path}${query}` === value,
    PathPrefix: () => hasPathPrefix(path, value),
    RegularExpression: () => matchesWhole(value, `${path}${query}`),
  }[kind];
  return test() !== invert;
}

/**
 * Whether a limit applies to a request; if so, the values of its Distinct headers, each combination of which has a
 * counter of its own.
 */
export function matchLimitRule(
  rule: LimitRule,
  request: GatewayRequest,
): readonly string[] | undefined {
  const applies =
    rule.headers.every(selector => matchesHeader(selector, request)) &&
    (rule.methods.length === 0 ||
      rule.methods.some(
        ({ value, invert }) => (request.method === value) !== invert,
      )) &&
    (!rule.path || matchesPath(rule.path, request));
  return applies
    ? rule.headers
        .filter(({ kind }) => kind === 'Distinct')
        .map(({ name }) => headerValue(request, name) ?? '')
    : undefined;
}
