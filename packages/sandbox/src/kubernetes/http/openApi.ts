import { apiVersionOf, ServedType, servedTypes } from '../kinds/resourceTypes';

/** Where a group and version stand in the index, without a leading slash. */
function folderOf(type: ServedType): string {
  return type.group ? `apis/${apiVersionOf(type)}` : `api/${type.version}`;
}

/**
 * The least that `kubectl apply` wants of OpenAPI v3: that the server validates fields by itself. There are no schemas,
 * so `kubectl explain` has nothing to say. Undefined for other paths.
 */
export function openApiOf(path: string): object | undefined {
  if (path === '/openapi/v3') {
    const folders = [...new Set(servedTypes.map(folderOf))];
    const paths = folders.map(folder => [
      folder,
      { serverRelativeURL: `/openapi/v3/${folder}` },
    ]);
    return { paths: Object.fromEntries(paths) };
  }
  const types = servedTypes.filter(
    type => path === `/openapi/v3/${folderOf(type)}`,
  );
  return types.length === 0
    ? undefined
    : {
        openapi: '3.0.0',
        info: { title: 'Kubernetes of the sandbox', version: 'v1' },
        paths: Object.fromEntries(types.map(pathOf)),
        components: { schemas: {} },
      };
}

function pathOf(type: ServedType): [string, object] {
  const { group, version, kind, plural, namespaced } = type;
  const scope = namespaced ? 'namespaces/{namespace}/' : '';
  const patch = {
    'x-kubernetes-action': 'patch',
    'x-kubernetes-group-version-kind': { group, version, kind },
    parameters: [
      { name: 'fieldValidation', in: 'query', schema: { type: 'string' } },
    ],
    responses: { 200: { description: 'OK' } },
  };
  return [`/${folderOf(type)}/${scope}${plural}/{name}`, { patch }];
}
