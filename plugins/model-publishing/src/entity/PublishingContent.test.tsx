import { ReadPublication } from '@inference-portal/plugin-model-publishing-common';
import { screen, within } from '@testing-library/react';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aModel,
  aModelList,
  aPublicationDetail,
} from '../__testUtils__/builders';
import { OnEntityPage } from '../__testUtils__/entityBuilders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { aUsageSeries } from '../__testUtils__/usageBuilders';
import { PublishingContent } from './PublishingContent';

describe('PublishingContent', () => {
  const backend = useBackend();

  function show(publication: Partial<ReadPublication> = {}) {
    const reads = backend.on('get', '/models/iris/publish', () => ({
      body: aPublicationDetail(publication),
    }));
    backend.on('get', '/models/iris/publish/usage', () => ({
      body: aUsageSeries(),
    }));
    renderWithBackend(
      <OnEntityPage>
        <PublishingContent />
      </OnEntityPage>,
    );
    return reads;
  }

  const tabs = async () =>
    within(
      await screen.findByRole('navigation', {
        name: 'More about this publication',
      }),
    )
      .getAllByRole('link')
      .map(link => link.getAttribute('href')?.split('/').pop());

  it('shows the publication, its use, how to call it, and where the rest is', async () => {
    const reads = show();

    await screen.findByRole('application', { name: 'Requests by day' });
    expect(
      screen.getAllByRole('heading', { level: 2 }).map(h => h.textContent),
    ).toEqual([
      'Publication',
      'Call the model',
      'Usage',
      'More about this publication',
    ]);
    expect(await tabs()).toEqual([
      'overview',
      'limits',
      'access',
      'keys',
      'usage',
      'try-it',
      'manifests',
      'activity',
    ]);
    expect(reads).toHaveLength(1);
    await expectAccessible();
  });

  it('leads a viewer only to what there is for one', async () => {
    show({ access: 'viewer', conditions: [], apiKeyHint: null });

    expect(await tabs()).toEqual(['overview', 'access']);
    expect(
      screen.queryByRole('heading', { name: 'Call the model' }),
    ).toBeNull();
    await expectAccessible();
  });

  it('of a model that is not published is the next step, and nothing else', async () => {
    backend.on('get', '/models/iris/publish', () => failure(404, 'None'));
    backend.on('get', '/models', () => ({ body: aModelList(aModel()) }));
    renderWithBackend(
      <OnEntityPage>
        <PublishingContent />
      </OnEntityPage>,
    );

    expect(
      await screen.findByRole('button', { name: 'Publish…' }),
    ).toHaveAttribute(
      'href',
      '/model-publishing/models/publish/sandbox/tenant-a/iris/address',
    );
    expect(screen.queryByRole('navigation')).toBeNull();
    await expectAccessible();
  });
});
