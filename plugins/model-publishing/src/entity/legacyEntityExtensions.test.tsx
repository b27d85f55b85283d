import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import {
  EntityModelPublicationCard,
  EntityModelUsageCard,
  EntityPublishingContent,
  modelPublishingApiRef,
  rootRouteRef,
} from '..';
import { useBackend } from '../__testUtils__/backend';
import { aPublicationDetail } from '../__testUtils__/builders';
import { OnEntityPage } from '../__testUtils__/entityBuilders';
import { testClient } from '../__testUtils__/renderWithBackend';
import { aUsageSeries } from '../__testUtils__/usageBuilders';

describe('the entity extensions for the old frontend system', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', '/models/iris/publish', () => ({
      body: aPublicationDetail(),
    }));
    backend.on('get', '/models/iris/publish/usage', () => ({
      body: aUsageSeries(),
    }));
  });

  it.each([
    [
      'EntityModelPublicationCard',
      <EntityModelPublicationCard title="Own title" />,
      'Own title',
    ],
    ['EntityModelUsageCard', <EntityModelUsageCard days={30} />, 'Usage'],
    [
      'EntityPublishingContent',
      <EntityPublishingContent days={30} />,
      'Call the model',
    ],
  ])(
    '%s brings everything along that it needs',
    async (_, element, heading) => {
      await renderInTestApp(
        <TestApiProvider apis={[[modelPublishingApiRef, testClient()]]}>
          <OnEntityPage>{element}</OnEntityPage>
        </TestApiProvider>,
        { mountedRoutes: { '/model-publishing': rootRouteRef } },
      );

      expect(
        await screen.findByRole('heading', { name: heading }),
      ).toBeInTheDocument();
    },
  );

  it.each([
    <EntityModelUsageCard days={30} />,
    <EntityPublishingContent days={30} />,
  ])('pass on how many days are shown (%#)', async element => {
    await renderInTestApp(
      <TestApiProvider apis={[[modelPublishingApiRef, testClient()]]}>
        <OnEntityPage>{element}</OnEntityPage>
      </TestApiProvider>,
      { mountedRoutes: { '/model-publishing': rootRouteRef } },
    );

    expect(await screen.findByText(/^Last 30 days/)).toBeInTheDocument();
  });
});
