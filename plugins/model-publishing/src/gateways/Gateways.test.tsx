import { ListedGateway } from '@inference-portal/plugin-model-publishing-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import {
  aGatewayCondition,
  aGatewayHostname,
  aListedGateway,
} from '../__testUtils__/gatewayBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { Gateways } from './Gateways';

describe('Gateways', () => {
  const backend = useBackend();

  async function show(...items: ListedGateway[]) {
    backend.on('get', '/gateways', () => ({ body: { items } }));
    renderWithBackend(<Gateways />);
    return screen.findAllByRole('region', {
      name: new RegExp(`^(${items.map(({ name }) => name).join('|')})$`),
    });
  }

  it('shows how each gateway is, and where it lies', async () => {
    const cards = await show(
      aListedGateway(),
      aListedGateway({
        name: 'other',
        isDefault: false,
        health: 'False',
        conditions: [
          aGatewayCondition({
            status: 'False',
            reason: 'GuardIncomplete',
            message: 'SecurityPolicy "platform" needs authorization',
            advice: "Add to the platform's own policy what the message names",
          }),
          aGatewayCondition({
            type: 'LimitsKept',
            status: 'Unknown',
            message: 'Envoy Gateway has not said yet',
          }),
        ],
      }),
    );
    const [good, bad] = cards;
    expect(good).toHaveTextContent(/modelsHealthyDefault/);
    expect(good).toHaveTextContent(
      'Gateway models in namespace model-gateway, cluster sandbox',
    );
    expect(bad).toHaveTextContent(/otherProblem/);
    const conditions = screen
      .getAllByRole('list', { name: / Conditions$/ })
      .map(list => list.textContent);
    expect(conditions[0]).toContain('Closed by default: OK');
    expect(conditions[1]).toMatch(
      /Closed by default: Problem.*"platform" needs authorization.*What to do: Add to/,
    );
    expect(conditions[1]).toContain('Limits are kept: Not known yet');
    await expectAccessible();
  });

  it('leads from numbers to the models that they count', async () => {
    await show(
      aListedGateway({
        publications: {
          total: 1234,
          byPhase: { Published: 1233, Degraded: 1 },
          openai: 0,
        },
      }),
    );
    const list = screen.getByRole('list', {
      name: 'models Published models',
    });
    const links = within(list)
      .getAllByRole('link')
      .map(link => [link.textContent, link.getAttribute('href')]);
    const all = '/model-publishing/published?cluster=sandbox&gateway=models';
    expect(links).toEqual([
      ['All: 1,234', all],
      ['Published: 1,233', `${all}&phase=Published`],
      ['Degraded: 1', `${all}&phase=Degraded`],
    ]);
  });

  it('tells what the gateway can do', async () => {
    const { capabilities } = aListedGateway();
    await show(
      aListedGateway({
        capabilities: {
          ...capabilities,
          isDetected: false,
          globalRateLimit: 'unavailable',
          limits: {
            ...capabilities.limits,
            burstLimit: 'approximate',
            tokensPerHour: 'unavailable',
          },
        },
      }),
    );
    const rowOf = (table: string, name: RegExp) =>
      within(screen.getByRole('table', { name: `models ${table}` })).getByRole(
        'row',
        {
          name,
        },
      );
    expect(rowOf('Capabilities', /^Rate limit service/)).toHaveTextContent(
      'Not available (the configuration says so)',
    );
    expect(rowOf('Capabilities', /^Configuration for/)).toHaveTextContent(
      '0.5 of 4 MiB used (13 %)',
    );
    expect(rowOf('Limits', /^Bursts/)).toHaveTextContent(
      'By each replica and listener for itself',
    );
    expect(rowOf('Limits', /^Tokens per hour/)).toHaveTextContent(
      'it cannot be asked for',
    );
  });

  it('tells who may use which hostname, and how its listener is', async () => {
    const certificate = { secret: 'acme-tls', issuer: null };
    const issuer = { kind: 'ClusterIssuer', name: 'letsencrypt' };
    await show(
      aListedGateway({
        hostnames: [
          aGatewayHostname({ isDefault: true }),
          aGatewayHostname({
            hostname: '*.open.example.org',
            scheme: 'http',
            port: 8080,
            openaiWithoutKeys: true,
            tenants: ['tenant-a', 'tenant-b'],
          }),
          aGatewayHostname({
            hostname: 'models.acme.example',
            custom: {
              certificate,
              listener: {
                status: 'False',
                reason: 'InvalidCertificateRef',
                message: 'There is no certificate',
                advice: 'Put one there',
              },
            },
          }),
          aGatewayHostname({
            hostname: 'idle.example',
            custom: { certificate: { ...certificate, issuer }, listener: null },
          }),
        ],
      }),
    );
    const [, ...rows] = within(
      screen.getByRole('table', { name: 'models Hostnames' }),
    ).getAllByRole('row');
    const cells = rows.map(row =>
      [...row.children].map(cell => cell.textContent),
    );
    expect(cells).toEqual([
      [
        'https://models.example.org',
        'All',
        'Default',
        'Of the platform',
        'Of the platform',
      ],
      [
        'http://*.open.example.org:8080',
        'tenant-a, tenant-b',
        'OpenAI-compatible models without keys',
        'Of the platform',
        'Of the platform',
      ],
      [
        'https://models.acme.example',
        'All',
        'Any',
        'Secret acme-tls',
        'Problem: There is no certificateWhat to do: Put one there',
      ],
      [
        'https://idle.example',
        'All',
        'Any',
        'Secret acme-tls, by ClusterIssuer letsencrypt',
        'None: nothing is published there',
      ],
    ]);
    await expectAccessible();
  });

  it('says when a cluster is away, and from when this is', async () => {
    await show(
      aListedGateway({
        freshness: {
          name: 'sandbox',
          state: 'stale',
          asOf: '2026-01-02T03:04:05.000Z',
        },
      }),
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      /Cluster sandbox does not answer.*seen last, at .*2026/,
    );
    await expectAccessible();
  });

  it('leads those who are no administrators elsewhere', async () => {
    backend.on('get', '/gateways', () => failure(403, 'For admins only'));
    renderWithBackend(<Gateways />);
    await screen.findByText('For administrators of the platform');
    expect(
      screen.getByRole('button', { name: 'Published models' }),
    ).toHaveAttribute('href', '/model-publishing/published');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('says where gateways come from when there is none, and looks again', async () => {
    let items: ListedGateway[] = [];
    backend.on('get', '/gateways', () => ({ body: { items } }));
    renderWithBackend(<Gateways />);
    await screen.findByText('There are no gateways');
    await expectAccessible();
    items = [aListedGateway()];
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await screen.findByRole('region', { name: 'models' });
  });

  it('says why gateways could not be read, and reads them again', async () => {
    let answer = failure(503, 'The catalog is away');
    backend.on('get', '/gateways', () => answer);
    renderWithBackend(<Gateways />);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog is away',
    );
    answer = { body: { items: [aListedGateway()] } };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('region', { name: 'models' });
  });
});
