import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aCondition,
  aFreshness,
  aModel,
  aModelList,
  aPublicationDetail,
  CHAT,
  PUBLIC,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { aTenantList } from '../__testUtils__/pageBuilders';
import { anAccessRequestList } from '../__testUtils__/requestBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { isModelEntity } from './isModelEntity';
import { ModelPublicationCard } from './ModelPublicationCard';

const PUBLICATION = '/models/iris/publish';
const PAGE = '/model-publishing/published/sandbox/tenant-a/iris';
const WIZARD = '/model-publishing/models/publish/sandbox/tenant-a/iris';
const notFound = () => failure(404, 'Model "iris" is not published');

const entityOf = (model?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'iris',
    ...(model && { annotations: { 'inference-portal.io/model': model } }),
  },
});

describe('ModelPublicationCard', () => {
  const backend = useBackend();

  function show(model = 'tenant-a/iris') {
    renderWithBackend(
      <EntityProvider entity={entityOf(model)}>
        <ModelPublicationCard />
      </EntityProvider>,
    );
  }

  it('shows limits, those of single tenants each on a line', async () => {
    backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail({
        rateLimiting: {
          burstLimit: 10,
          perTenant: {
            constructor: { requestsPerMinute: 5 },
            'tenant-b': { burstLimit: 2, tokensPerHour: 1000 },
          },
        },
      }),
    }));
    show();

    const limits = await screen.findByRole('group', { name: 'Limits' });
    expect([...limits.querySelectorAll('p')].map(p => p.textContent)).toEqual([
      '10 requests/s',
      'constructor: 5 requests/min',
      'tenant-b: 1,000 tokens/h, 2 requests/s',
    ]);
  });

  it('sums up a publication and shows what is wanting', async () => {
    const requests = backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail({
        phase: 'Degraded',
        conditions: [
          aCondition(),
          aCondition({
            type: 'KeysEnforced',
            status: 'False',
            message: 'The policy is missing',
            advice: 'Wait for the repair',
          }),
        ],
      }),
    }));
    show();

    expect(
      await screen.findByRole('group', { name: 'Address' }),
    ).toHaveTextContent('https://models.example.org/models/iris');
    const status = screen.getByRole('group', { name: 'Status' });
    expect(status).toHaveTextContent('Degraded');
    expect(status).toHaveTextContent('1 of 2 conditions are OK');
    expect(status).toHaveTextContent('Access rules are in force: Problem');
    expect(status).toHaveTextContent('Wait for the repair');
    expect(status).not.toHaveTextContent('Address is served');
    expect(screen.getByRole('group', { name: 'Limits' })).toHaveTextContent(
      '100 requests/min, 10 requests/s',
    );
    expect(screen.getByRole('group', { name: 'API key' })).toHaveTextContent(
      'mp_key1…',
    );
    expect(
      screen.getByRole('group', { name: 'Example request' }),
    ).toHaveTextContent('-H "X-API-Key: $API_KEY"');
    expect(
      screen.getByRole('link', { name: /Open the publication/ }),
    ).toHaveAttribute('href', `${PAGE}/overview`);
    expect(screen.getByRole('link', { name: 'Manage keys' })).toHaveAttribute(
      'href',
      `${PAGE}/keys`,
    );
    expect(requests).toMatchObject([{ query: { tenant: 'tenant-a' } }]);
    await expectAccessible();
  });

  it('shows how clients reach an OpenAI-compatible model, and what has no effect', async () => {
    backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail({
        ...CHAT,
        warnings: [
          { field: 'rateLimiting.burstLimit', message: 'is approximate' },
        ],
      }),
    }));
    show();

    expect(
      await screen.findByRole('group', { name: /^Base URL/ }),
    ).toHaveTextContent('https://models.example.org:8443/v1');
    expect(screen.getByRole('group', { name: 'Model name' })).toHaveTextContent(
      'team/chat',
    );
    const type = screen.getByRole('group', { name: 'Type' });
    expect(type).toHaveTextContent(/OpenAI-compatible$/);
    expect(
      screen.getByRole('group', { name: 'Example request' }),
    ).toHaveTextContent('Authorization: Bearer $OPENAI_API_KEY');
    expect(
      screen.getByText('rateLimiting.burstLimit is approximate'),
    ).toBeInTheDocument();
  });

  it('marks a public model, and speaks of no key', async () => {
    backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail({
        ...PUBLIC,
        apiKeyId: null,
        apiKeyHint: null,
        apiKeyReason: 'public',
      }),
    }));
    show();

    expect(
      await screen.findByRole('group', { name: 'Type' }),
    ).toHaveTextContent('TraditionalPublic');
    expect(
      screen.getByText(/Everybody who reaches the gateway can call this model/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: 'API key' })).toBeNull();
    expect(
      screen.getByRole('group', { name: 'Example request' }),
    ).not.toHaveTextContent('API_KEY');
  });

  it.each(['publisher', 'consumer'] as const)(
    'leads a %s without a key to one',
    async access => {
      backend.on('get', PUBLICATION, () => ({
        body: aPublicationDetail({
          access,
          apiKeyHint: null,
          apiKeyReason: 'no-key',
        }),
      }));
      show();

      expect(
        await screen.findByRole('link', { name: 'Create a key' }),
      ).toHaveAttribute('href', `${PAGE}/keys`);
    },
  );

  it('leads who only sees the publication to a request for access', async () => {
    backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail({
        access: 'viewer',
        visibility: 'portal',
        authentication: { requireApiKey: true, allowedTenants: [] },
        conditions: [],
        apiKeyHint: null,
        apiKeyReason: 'no-key',
      }),
    }));
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-b') }));
    backend.on('get', '/access-requests', () => ({
      body: anAccessRequestList(),
    }));
    show();

    await screen.findByRole('button', { name: 'Request access…' });
    expect(screen.queryByRole('group', { name: 'API key' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Example request' })).toBeNull();
    expect(screen.queryByText(/conditions are OK/)).toBeNull();
    await expectAccessible();
  });

  it('says that it is old what is shown while the cluster is away', async () => {
    backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail({ freshness: aFreshness({ state: 'stale' }) }),
    }));
    show();

    expect(
      await screen.findByText('The cluster does not answer'),
    ).toBeInTheDocument();
  });

  it('leads to the steps of publishing a model that is ready', async () => {
    backend.on('get', PUBLICATION, notFound);
    const models = backend.on('get', '/models', () => ({
      body: aModelList(aModel()),
    }));
    show();

    expect(
      await screen.findByRole('button', { name: 'Publish…' }),
    ).toHaveAttribute('href', `${WIZARD}/address`);
    expect(
      screen.getByRole('link', { name: /All published models/ }),
    ).toHaveAttribute('href', '/model-publishing/published');
    expect(models[0]?.query).toEqual({ tenant: 'tenant-a', name: 'iris' });
    await expectAccessible();
  });

  it('offers no publishing of what is published already', async () => {
    backend.on('get', PUBLICATION, notFound);
    backend.on('get', '/models', () => ({
      body: aModelList(aModel({ published: true })),
    }));
    show();

    expect(
      await screen.findByText('Not published, or not visible to you.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull();
  });

  it('says why no requests may be sent to a model, however ready it is', async () => {
    backend.on('get', PUBLICATION, notFound);
    backend.on('get', '/models', () => ({
      body: aModelList(
        aModel({
          problem: {
            reason: 'ForeignService',
            message: 'Its Service belongs to another model',
          },
        }),
      ),
    }));
    show();

    expect(
      await screen.findByText(/Its Service belongs to another model/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull();
  });

  it.each([
    ['ModelLoadFailed: no such file', /ModelLoadFailed: no such file/],
    [undefined, /KServe gives no reason/],
  ])('says why a model is not ready (%s)', async (reason, words) => {
    backend.on('get', PUBLICATION, notFound);
    backend.on('get', '/models', () => ({
      body: aModelList(aModel({ ready: false, reason })),
    }));
    show();

    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull();
  });

  it('does not tell a hidden model from a missing one', async () => {
    backend.on('get', PUBLICATION, notFound);
    backend.on('get', '/models', () => ({
      body: aModelList(),
    }));
    show();

    expect(
      await screen.findByText('Not published, or not visible to you.'),
    ).toBeInTheDocument();
  });

  it('does not show the model of the same name on another cluster', async () => {
    backend.on('get', PUBLICATION, () => ({ body: aPublicationDetail() }));
    backend.on('get', '/models', () => ({
      body: aModelList(aModel()),
    }));
    show('other/tenant-a/iris');

    expect(
      await screen.findByText('Not published, or not visible to you.'),
    ).toBeInTheDocument();
  });

  it.each([PUBLICATION, '/models'])(
    'says why %s could not be read, and reads it again',
    async path => {
      let answer = failure(503, 'Cluster "sandbox" cannot be reached');
      backend.on('get', PUBLICATION, notFound);
      backend.on('get', '/models', () => ({
        body: aModelList(aModel()),
      }));
      backend.on('get', path, () => answer);
      show();

      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Cluster "sandbox" cannot be reached',
      );
      answer =
        path === PUBLICATION ? notFound() : { body: aModelList(aModel()) };
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

      await screen.findByRole('button', { name: 'Publish…' });
    },
  );

  it('explains an annotation that names no model', async () => {
    show('iris');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The annotation inference-portal.io/model of this entity is "iris"',
    );
  });
});

describe('isModelEntity', () => {
  it('goes by the annotation', () => {
    expect(isModelEntity(entityOf('tenant-a/iris'))).toBe(true);
    expect(isModelEntity(entityOf())).toBe(false);
  });
});
