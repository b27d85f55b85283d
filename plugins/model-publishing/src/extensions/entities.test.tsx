import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import plugin from '../alpha';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { aCatalog } from '../__testUtils__/aCatalog';
import { useBackend } from '../__testUtils__/backend';
import { aPublicationDetail } from '../__testUtils__/builders';
import { aModelEntity } from '../__testUtils__/entityBuilders';
import { testClient } from '../__testUtils__/renderWithBackend';
import { aUsageSeries } from '../__testUtils__/usageBuilders';

/** An entry of `app.extensions`. */
type ExtensionConfig = Record<
  string,
  false | { config: Record<string, string | number | { kind: string }> }
>;

describe('what is on the page of an entity that stands for a model', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', '/models/iris/publish', () => ({
      body: aPublicationDetail(),
    }));
    backend.on('get', '/models/iris/publish/usage', () => ({
      body: aUsageSeries(),
    }));
  });

  async function show(
    extensions: ExtensionConfig[] = [],
    entity = aModelEntity('tenant-a/iris'),
  ) {
    renderTestApp({
      features: [aCatalog(entity), plugin],
      config: { app: { extensions } },
      initialRouteEntries: ['/entity'],
      apis: [[modelPublishingApiRef, testClient()]],
    });
    await screen.findByRole('heading', { name: 'Overview' });
  }

  const tabs = () =>
    screen
      .getAllByRole('heading', { level: 1 })
      .map(({ textContent }) => textContent)
      .sort();
  const cards = async () => {
    await screen.findAllByRole('heading', { level: 2 });
    return screen
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent);
  };
  const WITHOUT_TAB: ExtensionConfig = {
    'entity-content:model-publishing/publishing': false,
  };

  it('is both cards and the tab', async () => {
    await show();

    expect(tabs()).toEqual(['Overview', 'Publishing']);
    await screen.findByRole('heading', { name: 'Call the model' });
    expect(await cards()).toEqual(
      expect.arrayContaining(['Publication', 'Usage', 'Call the model']),
    );
  });

  it('can be left out, each by itself', async () => {
    await show([WITHOUT_TAB, { 'entity-card:model-publishing/usage': false }]);

    await screen.findByRole('group', { name: 'Address' });
    expect(await cards()).toEqual(['Publication']);
    expect(tabs()).toEqual(['Overview']);
  });

  it('can be called something else, and show another time', async () => {
    await show([
      {
        'entity-content:model-publishing/publishing': {
          config: { title: 'Gateway', days: 3 },
        },
      },
      {
        'entity-card:model-publishing/usage': {
          config: { title: 'Traffic', days: 30 },
        },
      },
      {
        'entity-card:model-publishing/publication': {
          config: { title: 'Public address' },
        },
      },
    ]);

    await screen.findByText(/^Last 30 days/);
    await screen.findByText(/^Last 3 days/);
    expect(tabs()).toEqual(['Gateway', 'Overview']);
    expect(await cards()).toEqual(
      expect.arrayContaining(['Public address', 'Traffic']),
    );
  });

  it('can be for other entities', async () => {
    const nowhere = { config: { filter: { kind: 'api' } } };
    await show([
      WITHOUT_TAB,
      { 'entity-card:model-publishing/usage': nowhere },
    ]);

    await screen.findByRole('group', { name: 'Address' });
    expect(await cards()).toEqual(['Publication']);
  });

  it('is not on the pages of other entities', async () => {
    const { metadata, ...rest } = aModelEntity('tenant-a/iris');
    await show([], { ...rest, metadata: { name: metadata.name } });

    expect(tabs()).toEqual(['Overview']);
    expect(
      within(document.body).queryByRole('heading', { level: 2 }),
    ).toBeNull();
  });
});
