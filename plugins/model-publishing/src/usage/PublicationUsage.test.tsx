import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { screen } from '@testing-library/react';
import { aUsage } from '../__testUtils__/builders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { PublicationUsage } from './PublicationUsage';

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
  async function show(usage: UsageSummary) {
    renderWithBackend(<PublicationUsage usage={usage} />);
    await screen.findByRole('group', { name: /Usage/ });
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
    await show(aUsage({ scope: 'tenants', requestsLimited: null }));
    expect(linesOf('Usage by your tenants')).toEqual([
      'Requests: 1,234',
      'Today (UTC): 56',
      accessed,
    ]);
  });
});
