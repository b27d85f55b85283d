import { ManagedFields } from '../cluster/defineResource';
import { RenderedObject } from './RenderedObject';
import { strayFields, withoutStrayFields } from './strayFields';

const rendered: RenderedObject = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'BackendTrafficPolicy',
  metadata: { name: 'published-model-iris', namespace: 'model-gateway' },
  spec: { rateLimit: { global: { rules: [] } } },
};

function edited(fieldsV1: unknown, entry: Partial<ManagedFields> = {}) {
  const managedFields = [
    { manager: 'kubectl-edit', operation: 'Update', fieldsV1, ...entry },
  ];
  return {
    ...rendered,
    metadata: { ...rendered.metadata, resourceVersion: '7', managedFields },
  };
}

const type = { 'f:spec': { 'f:rateLimit': { 'f:type': {} } } };

describe('strayFields', () => {
  it.each<[string, unknown, string[]]>([
    ['a field inside of what is rendered', type, ['spec.rateLimit.type']],
    [
      'a whole branch, named by its root',
      { 'f:spec': { 'f:retry': { '.': {}, 'f:numRetries': {} } } },
      ['spec.retry'],
    ],
    [
      'nothing where a rendered list was changed, which apply puts right',
      { 'f:spec': { 'f:rateLimit': { 'f:global': { 'f:rules': {} } } } },
      [],
    ],
    [
      'nothing outside of the spec',
      { 'f:metadata': { 'f:annotations': { 'f:note': {} } } },
      [],
    ],
  ])('finds %s', (_, fields, expected) => {
    expect(strayFields(rendered, edited(fields))).toEqual(expected);
  });

  it.each<[string, Partial<ManagedFields>]>([
    ['the status', { subresource: 'status' }],
    ['our own apply', { manager: 'model-publishing', operation: 'Apply' }],
  ])('does not look at %s', (_, entry) => {
    expect(strayFields(rendered, edited(type, entry))).toEqual([]);
  });

  it('are gone after a replacement of exactly the object that was seen', () => {
    const live = { ...edited(type), spec: { rateLimit: { type: 'Local' } } };
    expect(withoutStrayFields(rendered, live)).toMatchObject({
      metadata: { resourceVersion: '7' },
      spec: rendered.spec,
    });
    expect(withoutStrayFields(rendered, live).spec).toEqual(rendered.spec);
  });
});
