import { ConfiguredRoute } from '../configuration/GatewayConfiguration';
import { GatewayRequest } from './GatewayRequest';

function rewrittenPath(
  { match, pathRewrite }: ConfiguredRoute,
  path: string,
): string {
  switch (pathRewrite?.type) {
    case 'ReplaceFullPath':
      return pathRewrite.replaceFullPath;
    case 'ReplacePrefixMatch': {
      const rest = path.slice(match.path.value.replace(/\/$/, '').length);
      const prefix = pathRewrite.replacePrefixMatch.replace(/\/$/, '');
      return `${prefix}${rest}` || '/';
    }
    default:
      return path;
  }
}

/** Applies a route's filters to the headers and answers the path (with query) for the model. */
export function rewriteRequest(
  route: ConfiguredRoute,
  request: GatewayRequest,
): string {
  const { headers } = request;
  for (const { set, add, remove } of route.headerModifiers) {
    set.forEach(({ name, value }) => headers.set(name.toLowerCase(), [value]));
    add.forEach(({ name, value }) => {
      const key = name.toLowerCase();
      headers.set(key, [...(headers.get(key) ?? []), value]);
    });
    remove.forEach(name => headers.delete(name.toLowerCase()));
  }
  if (route.hostnameRewrite) {
    headers.set('x-forwarded-host', headers.get('host') ?? []);
    headers.set('host', [route.hostnameRewrite]);
  }
  return `${rewrittenPath(route, request.path)}${request.query}`;
}
