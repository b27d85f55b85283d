import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import plugin from './alpha';
import { modelPublishingApiRef } from './api/ModelPublishingApi';
import { useBackend } from './__testUtils__/backend';
import {
  aFreshness,
  aModel,
  aModelList,
  aListedPublication,
  aPublicationDetail,
} from './__testUtils__/builders';
import { aTenantList } from './__testUtils__/pageBuilders';
import { testClient } from './__testUtils__/renderWithBackend';

/** Of one extension, as app-config has it: false leaves it out, and a name alone says where it comes in the order. */
type ExtensionConfig =
  | string
  | Record<string, false | { config: { title: string } }>;

const PUBLICATION = '/model-publishing/published/sandbox/tenant-a/iris';

describe('the plugin of the new frontend system', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication()],
        totalItems: 1,
        freshness: aFreshness(),
      },
    }));
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-a') }));
    backend.on('get', '/models', () => ({
      body: aModelList(aModel({ name: 'digits' })),
    }));
    backend.on('get', '/models/iris/publish', () => ({
      body: aPublicationDetail(),
    }));
    backend.on('get', '/models/iris/publish/manifests', () => ({
      body: 'kind: HTTPRoute\n',
    }));
  });

  function openAt(path: string, extensions: ExtensionConfig[] = []) {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [path],
      config: {
        app: { baseUrl: 'http://localhost:3000', extensions },
        backend: { baseUrl: 'http://localhost:7007' },
      },
      apis: [[modelPublishingApiRef, testClient()]],
    });
  }

  it('opens with what is published, and changes to the models', async () => {
    openAt('/model-publishing');

    await screen.findByRole('row', { name: /iris/ });
    await userEvent.click(screen.getByRole('tab', { name: 'Models' }));

    expect(
      await screen.findByRole('row', { name: /digits/ }),
    ).toBeInTheDocument();
  });

  it.each([
    ['/model-publishing/models', 'row', /digits/],
    ['/model-publishing/published?type=traditional', 'row', /iris/],
    [PUBLICATION, 'region', 'Address'],
    [`${PUBLICATION}/overview`, 'region', 'Address'],
    [`${PUBLICATION}/manifests`, 'heading', 'Manifests'],
  ])('has at %s a %s %s', async (path, role, name) => {
    openAt(path);

    expect(await screen.findByRole(role, { name })).toBeInTheDocument();
  });

  it('shows in the breadcrumbs where a publication is', async () => {
    openAt(`${PUBLICATION}/manifests`);
    await screen.findByRole('heading', { name: 'Manifests' });

    const crumbs = screen.getByRole('navigation', { name: 'Breadcrumbs' });
    await waitFor(() => expect(crumbs).toHaveTextContent(/Published.*iris/));
    await userEvent.click(
      within(crumbs).getByRole('link', { name: 'Published' }),
    );
    expect(
      await screen.findByRole('row', { name: /iris/ }),
    ).toBeInTheDocument();
  });

  it('can be retitled and cut down in app-config', async () => {
    openAt('/model-publishing', [
      'sub-page:model-publishing/published',
      { 'page:model-publishing': { config: { title: 'Models to the world' } } },
      {
        'sub-page:model-publishing/models': { config: { title: 'My models' } },
      },
      { 'sub-page:model-publishing/gateways': false },
    ]);
    await screen.findByRole('row', { name: /iris/ });

    expect(
      screen.getByRole('heading', { name: 'Models to the world', level: 1 }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual(['Published', 'My models', 'Requests']);
  });

  it.each([
    [{ 'inference-portal.io/model': 'tenant-a/iris' }, true],
    [{ 'inference-portal.io/tenants': 'tenant-a' }, false],
    [undefined, false],
  ])(
    'shows its card on entities with annotations %j: %s',
    (annotations, shown) => {
      const card = createExtensionTester(
        plugin.getExtension('entity-card:model-publishing/publication'),
      );
      const filter = card.get(EntityCardBlueprint.dataRefs.filterFunction);

      expect(
        filter?.({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'iris', annotations },
        }),
      ).toBe(shown);
    },
  );
});
