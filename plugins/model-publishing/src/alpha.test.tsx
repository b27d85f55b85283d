import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import plugin from './alpha';
import { modelPublishingApiRef } from './api/ModelPublishingApi';
import { useBackend } from './__testUtils__/backend';
import {
  aFreshness,
  aModel,
  aModelList,
  aListedPublication,
} from './__testUtils__/builders';
import { aTenantList } from './__testUtils__/pageBuilders';
import { testClient } from './__testUtils__/renderWithBackend';

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
  });

  function openAt(path: string) {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [path],
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

  it('has an address for each tab', async () => {
    openAt('/model-publishing/models');

    expect(
      await screen.findByRole('row', { name: /digits/ }),
    ).toBeInTheDocument();
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
