import {
  anOpenaiContext,
  aRenderContext,
  renderedObjects,
} from './goldenCases';
import { renderPublication } from './renderPublication';
import { RENDERED_ANNOTATION } from './stampRendered';

describe('renderPublication', () => {
  it('groups objects so that a route never comes before what guards it', () => {
    const { policies, backends, routes } = renderPublication(aRenderContext());
    const kindsOf = (group: Array<{ kind: string }>) =>
      group.map(({ kind }) => kind);
    expect(kindsOf(policies)).toEqual([
      'SecurityPolicy',
      'BackendTrafficPolicy',
    ]);
    expect(kindsOf(backends)).toEqual(['Backend']);
    expect(kindsOf(routes)).toEqual(['HTTPRoute']);
  });

  it('keeps the policies, but routes nothing, while the model has no upstream', () => {
    const rendered = renderPublication(aRenderContext({ upstream: undefined }));
    expect(rendered.policies).toHaveLength(2);
    expect(rendered).toMatchObject({ backends: [], routes: [] });
  });

  it('stamps each object with a hash that changes with what is rendered', () => {
    const stampsOf = (seconds: number) =>
      renderedObjects(
        aRenderContext({
          timeouts: { traditionalSeconds: seconds, openaiSeconds: seconds },
        }),
      ).map(({ metadata }) => metadata.annotations?.[RENDERED_ANNOTATION]);
    const [policy, limits, backend, route] = stampsOf(60);
    expect(stampsOf(60)).toEqual([policy, limits, backend, route]);
    expect(stampsOf(61)).toEqual([policy, limits, backend, expect.any(String)]);
    expect(stampsOf(61)[3]).not.toBe(route);
  });

  it('lets a mesh route by its own host name', () => {
    const upstream = aRenderContext().upstream;
    const { routes } = renderPublication(
      aRenderContext({
        upstream: upstream && { ...upstream, hostHeader: 'iris.mesh.local' },
      }),
    );
    expect(JSON.stringify(routes)).toContain('"hostname":"iris.mesh.local"');
  });

  it('has a way to the model, and one to what tells about it, for each address of an OpenAI-compatible model', () => {
    const { addresses } = anOpenaiContext();
    const former = { ...addresses[0], externalPath: '/v1/models/former' };
    const { routes, backends } = renderPublication(
      anOpenaiContext({ addresses: [addresses[0], former] }),
    );
    expect(routes.map(({ kind }) => kind)).toEqual([
      'AIGatewayRoute',
      'HTTPRoute',
      'AIGatewayRoute',
      'HTTPRoute',
    ]);
    expect(backends.map(({ kind }) => kind)).toEqual([
      'Backend',
      'AIServiceBackend',
      'HTTPRouteFilter',
      'HTTPRouteFilter',
    ]);
  });
});
