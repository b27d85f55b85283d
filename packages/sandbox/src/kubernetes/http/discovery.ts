import { apiVersionOf, ServedType, servedTypes } from '../kinds/resourceTypes';

const verbs = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const statusVerbs = ['get', 'patch', 'update'];

const version = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.3+sandbox',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: 'sandbox/node',
};

/** What a client asks before it knows what is served; undefined for other paths, and for those of hidden groups. */
export function discover(
  path: string,
  hiddenGroups: readonly string[] = [],
): object | undefined {
  const served = groupNames().filter(name => !hiddenGroups.includes(name));
  const [root, group, groupVersion, ...rest] = path.split('/').filter(Boolean);
  if (path === '/version') {
    return version;
  }
  if (root === 'api' && !groupVersion) {
    return group === undefined
      ? {
          kind: 'APIVersions',
          versions: ['v1'],
          serverAddressByClientCIDRs: [],
        }
      : resourceList('', group);
  }
  if (root !== 'apis' || rest.length > 0) {
    return undefined;
  }
  if (group === undefined) {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: served.map(groupOf),
    };
  }
  if (!served.includes(group)) {
    return undefined;
  }
  return groupVersion !== undefined
    ? resourceList(group, groupVersion)
    : { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(group) };
}

function groupNames(): string[] {
  return [...new Set(servedTypes.map(({ group }) => group))].filter(Boolean);
}

function groupOf(name: string) {
  const apiVersions = new Set(
    servedTypes.filter(({ group }) => group === name).map(apiVersionOf),
  );
  const versions = [...apiVersions].map(groupVersion => ({
    groupVersion,
    version: groupVersion.split('/')[1],
  }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourceList(group: string, groupVersion: string): object | undefined {
  const types = servedTypes.filter(
    type => type.group === group && type.version === groupVersion,
  );
  return types.length === 0
    ? undefined
    : {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: apiVersionOf({ group, version: groupVersion }),
        resources: types.flatMap(resourcesOf),
      };
}

function resourcesOf({
  plural,
  singular,
  shortNames,
  namespaced,
  kind,
  hasStatus,
}: ServedType) {
  const resource = {
    name: plural,
    singularName: singular,
    namespaced,
    kind,
    verbs,
    shortNames,
  };
  const status = {
    name: `${plural}/status`,
    singularName: '',
    namespaced,
    kind,
    verbs: statusVerbs,
  };
  return hasStatus ? [resource, status] : [resource];
}
