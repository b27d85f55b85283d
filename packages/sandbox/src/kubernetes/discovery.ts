import { apiVersionOf, RESOURCE_TYPES } from './ResourceType';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** Answers to the questions that clients ask before they know what is served; undefined for other addresses. */
export function discover(path: string): unknown {
  if (path === '/version') {
    return {
      major: '1',
      minor: '36',
      gitVersion: 'v1.36.0-sandbox',
      platform: 'sandbox',
    };
  }
  if (path === '/api') {
    return { kind: 'APIVersions', versions: ['v1'] };
  }
  if (path === '/apis') {
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups() };
  }
  const match = /^\/(?:api|apis\/([^/]+))\/(v[^/]+)$/.exec(path);
  return match ? resourcesOf(match[1] ?? '', match[2] ?? '') : undefined;
}

function groups() {
  const names = [...new Set(RESOURCE_TYPES.map(({ group }) => group))].filter(
    Boolean,
  );
  return names.map(name => {
    const versions = [
      ...new Set(
        RESOURCE_TYPES.filter(({ group }) => group === name).map(apiVersionOf),
      ),
    ].map(groupVersion => ({
      groupVersion,
      version: groupVersion.split('/')[1],
    }));
    return { name, versions, preferredVersion: versions[0] };
  });
}

function resourcesOf(group: string, version: string): unknown {
  const types = RESOURCE_TYPES.filter(
    type => type.group === group && type.version === version,
  );
  if (types.length === 0) {
    return undefined;
  }
  const resources = types.flatMap(({ plural, kind, namespaced, hasStatus }) => {
    const entry = {
      name: plural,
      singularName: kind.toLowerCase(),
      namespaced,
      kind,
      verbs: VERBS,
    };
    const status = {
      ...entry,
      name: `${plural}/status`,
      verbs: ['get', 'patch', 'update'],
    };
    return hasStatus ? [entry, status] : [entry];
  });
  const groupVersion = apiVersionOf({ group, version });
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
}
