import {
  PublicationAccess,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { useBackend } from '../__testUtils__/backend';
import { aPublicationDetail, aUsage } from '../__testUtils__/builders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { ModelPublicationCard } from '../card/ModelPublicationCard';

const NOTHING: Partial<UsageSummary> = {
  totalRequests: null,
  requestsToday: null,
  requestsLimited: null,
  tokensUsed: null,
  lastAccessTime: null,
};
const text = (time: string) => new Date(time).toLocaleString();
const accessed = `Last access: ${text('2026-01-02T03:04:00.000Z')}`;

describe('the usage of a publication', () => {
  const backend = useBackend();

  async function show(
    usage: UsageSummary | undefined,
    access: PublicationAccess = 'publisher',
  ) {
    backend.on('get', '/models/iris/publish', () => ({
      body: { ...aPublicationDetail({ access }), usage },
    }));
    const annotations = { 'inference-portal.io/model': 'tenant-a/iris' };
    renderWithBackend(
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'iris', annotations },
        }}
      >
        <ModelPublicationCard />
      </EntityProvider>,
    );
    await screen.findByRole('group', { name: 'Limits' });
  }

  const linesOf = (name: string) =>
    [...screen.getByRole('group', { name }).querySelectorAll('p')].map(
      line => line.textContent,
    );

  it.each<[string, UsageSummary, string[]]>([
    [
      'of a traditional model',
      aUsage(),
      ['Requests: 1,234', 'Today (UTC): 56', 'Refused by limits: 7', accessed],
    ],
    [
      'of an OpenAI-compatible model',
      aUsage({ tokensUsed: 50_000 }),
      [
        'Requests: 1,234',
        'Today (UTC): 56',
        'Refused by limits: 7',
        'Tokens: 50,000',
        accessed,
      ],
    ],
    [
      'of a model that was not used yet',
      aUsage({
        totalRequests: 0,
        requestsToday: 0,
        requestsLimited: 0,
        lastAccessTime: null,
      }),
      ['Requests: 0', 'Today (UTC): 0', 'Refused by limits: 0'],
    ],
    [
      'that is not known',
      aUsage(NOTHING),
      ['Requests: not known', 'Today (UTC): not known'],
    ],
    [
      'until the source went away',
      aUsage({ state: 'unavailable', requestsToday: null }),
      [
        `Not available since ${text(
          '2026-01-02T03:04:05.000Z',
        )}. What was counted until then:`,
        'Requests: 1,234',
        'Today (UTC): not known',
        'Refused by limits: 7',
        accessed,
      ],
    ],
    [
      'that cannot be read',
      aUsage({ ...NOTHING, state: 'unavailable', asOf: null }),
      ['Not available at the moment.'],
    ],
    [
      'before the first collection',
      aUsage({ ...NOTHING, state: 'pending', asOf: null }),
      ['Not counted yet.'],
    ],
    [
      'without a source',
      aUsage({ ...NOTHING, state: 'off', asOf: null }),
      ['Not counted: the platform has no source of metrics for this cluster.'],
    ],
  ])('is shown: %s', async (_, usage, lines) => {
    await show(usage);
    expect(linesOf('Usage')).toEqual(lines);
  });

  it('is said to be that of the own tenants to a consumer', async () => {
    await show(aUsage({ scope: 'tenants', requestsLimited: null }), 'consumer');
    expect(linesOf('Usage by your tenants')).toEqual([
      'Requests: 1,234',
      'Today (UTC): 56',
      accessed,
    ]);
  });

  it.each<[string, UsageSummary | undefined, PublicationAccess]>([
    ['to a viewer', aUsage({ ...NOTHING, scope: 'tenants' }), 'viewer'],
    ['where the policy hides it', undefined, 'publisher'],
  ])('is not mentioned %s', async (_, usage, access) => {
    await show(usage, access);
    expect(screen.queryByRole('group', { name: /Usage/ })).toBeNull();
  });
});
