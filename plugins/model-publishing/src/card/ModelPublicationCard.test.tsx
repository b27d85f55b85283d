import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aCondition,
  aModel,
  aModelList,
  aPublicationDetail,
  aPublished,
  CHAT,
  PUBLIC,
} from '../__testUtils__/builders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { isModelEntity } from './isModelEntity';
import { ModelPublicationCard } from './ModelPublicationCard';

const PUBLICATION = '/models/iris/publish';
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
      screen.getByRole('link', { name: /All published models/ }),
    ).toHaveAttribute('href', '/model-publishing/published');
    expect(requests).toMatchObject([{ query: { tenant: 'tenant-a' } }]);
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

  it('says how to get a key where there is none', async () => {
    backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail({ apiKeyHint: null, apiKeyReason: 'no-key' }),
    }));
    show();

    expect(
      await screen.findByRole('group', { name: 'API key' }),
    ).toHaveTextContent('rotate the key to get one');
  });

  it('publishes a model that is ready, and turns into its summary behind the dialog', async () => {
    let published = false;
    backend.on('get', PUBLICATION, () =>
      published ? { body: aPublicationDetail() } : notFound(),
    );
    backend.on('post', PUBLICATION, () => {
      published = true;
      return { status: 201, body: aPublished() };
    });
    const models = backend.on('get', '/models', () => ({
      body: aModelList(aModel()),
    }));
    show();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Publish…' }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Publish',
      }),
    );
    await screen.findByRole('dialog', { name: 'iris is published' });
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));

    await screen.findByRole('group', { name: 'Example request' });
    expect(models[0]?.query).toEqual({ tenant: 'tenant-a', name: 'iris' });
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
