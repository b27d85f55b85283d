const unreserved = /^[A-Za-z0-9\-._~]$/;

function decodeUnreserved(path: string): string {
  return path.replace(/%([0-9A-Fa-f]{2})/g, (escape, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return unreserved.test(character) ? character : escape;
  });
}

function removeDotSegments(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (segment === '..') {
      kept.pop();
    }
    if (segment !== '.' && segment !== '..') {
      kept.push(segment);
    } else if (last) {
      kept.push('');
    }
  });
  const joined = kept.join('/');
  return joined.startsWith('/') ? joined : `/${joined}`;
}

/**
 * A path as Envoy Gateway's listeners see it: dot segments resolved, slashes merged, unreserved characters decoded.
 *
 * An escaped slash is answered with a redirect to the unescaped path (measured on Envoy 1.39).
 */
export function normalizePath(path: string): {
  path: string;
  redirect: boolean;
} {
  const unescaped = path.replace(/%2f|%5c/gi, '/');
  const normalized = removeDotSegments(
    decodeUnreserved(unescaped).replaceAll('\\', '/'),
  ).replace(/\/{2,}/g, '/');
  return { path: normalized, redirect: unescaped !== path };
}
