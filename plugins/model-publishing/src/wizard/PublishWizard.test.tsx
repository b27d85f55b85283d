import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aCondition,
  aModel,
  aModelList,
  aPublicationDetail,
  aPublished,
  CHAT,
  ISSUED_KEY,
  PUBLIC,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { atStep, openWizard } from '../__testUtils__/openWizard';
import {
  aPublishingGateway,
  somePublishingOptions,
} from '../__testUtils__/optionsBuilders';
import { aFoundModel, aPlanned } from '../__testUtils__/wizardBuilders';

const PUBLISH = '/models/iris/publish';

const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

async function retype(name: string | RegExp, text: string) {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
}

describe('the steps of publishing', () => {
  const backend = useBackend();

  beforeEach(() => {
    sessionStorage.clear();
    backend.on('get', '/models/iris', () => ({ body: aFoundModel() }));
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions(),
    }));
    backend.on('get', PUBLISH, () => failure(404, 'no such publication'));
  });

  /** Answers dry runs and publishes; gives back the publishes. */
  function acceptPublishes(
    planned = aPlanned(),
    publish: Parameters<typeof backend.on>[2] = () => ({
      status: 201,
      body: aPublished(),
    }),
  ) {
    const publishes: unknown[] = [];
    const keys: Array<string | null> = [];
    backend.on('post', PUBLISH, request => {
      if (request.query.dryRun) {
        return { body: planned };
      }
      publishes.push(request.body);
      keys.push(request.header('Idempotency-Key'));
      return publish(request);
    });
    return { publishes, keys };
  }

  async function goToReview() {
    const rendered = openWizard('address');
    await atStep('Address and type');
    await press('Next');
    await atStep('Limits and access');
    await press('Next');
    await atStep('Review');
    await screen.findByText(/Nothing is changed yet/);
    return rendered;
  }

  it('lead from the address to the key, and ask for what was chosen', async () => {
    const { publishes } = acceptPublishes();
    openWizard('address');

    expect(await atStep('Address and type')).toHaveFocus();
    expect(
      screen.getByText('POST https://models.example.org/models/iris/predict'),
    ).toBeInTheDocument();
    await expectAccessible();
    await retype('Path', '/flowers');
    expect(
      screen.getByText('POST https://models.example.org/flowers/predict'),
    ).toBeInTheDocument();
    await press('Next');

    expect(await atStep('Limits and access')).toHaveFocus();
    expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(
      'Limits and access',
    );
    await userEvent.type(
      screen.getAllByRole('textbox', { name: 'Requests per minute' })[0] ??
        document.body,
      '60',
    );
    await press('Add a tenant');
    const second = screen.getByRole('group', { name: 'Tenant 2' });
    await userEvent.type(
      within(second).getByRole('textbox', { name: 'Tenant' }),
      'tenant-b',
    );
    await userEvent.type(
      within(second).getByRole('textbox', { name: 'Requests per hour' }),
      '7',
    );
    await userEvent.click(
      screen.getByRole('radio', { name: 'Everybody in the portal' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Advanced: metadata' }),
    );
    await press('Add an entry');
    await userEvent.type(field('Name'), 'ticket');
    await userEvent.type(field('Value'), 'ML-7');
    await expectAccessible();
    await press('Next');

    expect(await atStep('Review')).toHaveFocus();
    await screen.findByText(/Nothing is changed yet/);
    await expectAccessible();
    expect(publishes).toEqual([]);
    await press('Publish');

    expect(await atStep('iris is published')).toHaveFocus();
    expect(screen.getByRole('group', { name: 'API key' })).toHaveTextContent(
      ISSUED_KEY,
    );
    expect(publishes).toEqual([
      {
        config: {
          tenantId: 'tenant-a',
          cluster: 'sandbox',
          publicHostname: 'models.example.org',
          externalPath: '/flowers',
          rateLimiting: {
            requestsPerMinute: 60,
            perTenant: { 'tenant-b': { requestsPerHour: 7 } },
          },
          authentication: {
            requireApiKey: true,
            allowedTenants: ['tenant-a', 'tenant-b'],
          },
          metadata: { ticket: 'ML-7' },
          visibility: 'portal',
        },
      },
    ]);
    expect(
      screen.getByRole('button', { name: 'Open the publication' }),
    ).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/iris/overview',
    );
    await expectAccessible();
  });

  it('can be walked by the keyboard alone', async () => {
    const { publishes } = acceptPublishes();
    openWizard('address');
    await atStep('Address and type');

    field('Path').focus();
    await userEvent.keyboard('{Enter}');
    await atStep('Limits and access');
    const limit = screen.getAllByRole('textbox', {
      name: 'Requests per minute',
    })[0];
    limit?.focus();
    await userEvent.keyboard('5{Enter}');
    await atStep('Review');
    await screen.findByText(/Nothing is changed yet/);
    screen.getByRole('button', { name: 'Publish' }).focus();
    await userEvent.keyboard('{Enter}');

    await atStep('iris is published');
    expect(publishes).toMatchObject([
      { config: { rateLimiting: { requestsPerMinute: 5 } } },
    ]);
  });

  it('lose nothing on the way back and when the page is loaded again', async () => {
    acceptPublishes();
    openWizard('address');
    await atStep('Address and type');
    await retype('Path', '/flowers');
    await press('Next');
    await atStep('Limits and access');
    await userEvent.type(
      screen.getAllByRole('textbox', { name: 'Requests per minute' })[0] ??
        document.body,
      '60',
    );
    await press('Back');
    await atStep('Address and type');
    expect(field('Path')).toHaveValue('/flowers');
    cleanup();

    openWizard('limits');
    await atStep('Limits and access');
    expect(
      screen.getAllByRole('textbox', { name: 'Requests per minute' })[0],
    ).toHaveValue('60');
    await userEvent.click(
      screen.getByRole('link', { name: 'Back to: Address and type' }),
    );
    await atStep('Address and type');
    expect(field('Path')).toHaveValue('/flowers');
  });

  it('begin with the first one that was not got to yet', async () => {
    openWizard('review');

    expect(await atStep('Address and type')).toHaveFocus();
  });

  it('begin anew when the draft cannot be understood', async () => {
    sessionStorage.setItem(
      'model-publishing.draft:sandbox/tenant-a/iris',
      '{"values": 7}',
    );
    openWizard('limits');

    await atStep('Address and type');
    expect(field('Path')).toHaveValue('/models/iris');
  });

  it('forget the draft when publishing is cancelled', async () => {
    openWizard('address');
    await atStep('Address and type');
    await retype('Path', '/flowers');
    expect(sessionStorage).toHaveLength(1);
    backend.on('get', '/models', () => ({ body: aModelList(aModel()) }));
    backend.on('get', '/tenants', () => ({ body: { items: [] } }));
    await press('Cancel');

    await screen.findByRole('row', { name: /iris/ });
    expect(sessionStorage).toHaveLength(0);
  });

  it('are not left while something is wrong, and lead to it', async () => {
    openWizard('address');
    await atStep('Address and type');
    await retype('Path', '/models/predict');
    await press('Next');

    expect(field('Path')).toHaveAccessibleDescription(
      /Must not end in "predict"/,
    );
    expect(field('Path')).toHaveFocus();
    await expectAccessible();
  });

  it.each([
    ['20000', 'Is above the maximum of 10000'],
    ['1.5', 'Must be a whole number'],
    ['0', 'Must be at least 1'],
  ])('refuse %s requests per minute: %s', async (text, problem) => {
    openWizard('address');
    await atStep('Address and type');
    await press('Next');
    await atStep('Limits and access');
    const [total] = screen.getAllByRole('textbox', {
      name: 'Requests per minute',
    });
    expect(total).toHaveAttribute('placeholder', '100 (platform default)');
    expect(total).toHaveAccessibleDescription('At most 10,000');
    await userEvent.type(total ?? document.body, text);
    await press('Next');

    expect(total).toHaveAccessibleDescription(problem);
    expect(screen.queryByText(/Nothing is changed yet/)).toBeNull();
  });

  it('say how exactly the gateway counts, and offer nothing that it cannot', async () => {
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({
        gateways: [
          aPublishingGateway({
            limits: {
              requestsPerMinute: 'approximate',
              requestsPerHour: 'unavailable',
              tokensPerHour: 'unavailable',
              burstLimit: 'unknown',
            },
          }),
        ],
      }),
    }));
    openWizard('address');
    await atStep('Address and type');
    await press('Next');
    await atStep('Limits and access');

    const [minute] = screen.getAllByRole('textbox', {
      name: 'Requests per minute',
    });
    expect(minute).toHaveAccessibleDescription(/Approximate: each replica/);
    const [hour] = screen.getAllByRole('textbox', {
      name: 'Requests per hour',
    });
    expect(hour).toBeDisabled();
    expect(hour).toHaveAccessibleDescription(/this gateway cannot count it/);
    const [burst] = screen.getAllByRole('textbox', { name: /Burst/ });
    expect(burst).toHaveAccessibleDescription(/has not said yet/);
  });

  it('follow the type that is chosen, and keep a path that was typed', async () => {
    openWizard('address');
    await atStep('Address and type');
    expect(
      screen.getByRole('radio', { name: 'As detected: Traditional' }),
    ).toHaveAccessibleDescription(
      'Because the model format sklearn is not served that way',
    );

    await userEvent.click(
      screen.getByRole('radio', { name: 'OpenAI-compatible' }),
    );
    expect(field('Path')).toHaveValue('/v1/models/iris');
    expect(
      screen.getByRole('group', { name: 'Base URL of OpenAI clients' }),
    ).toHaveTextContent('https://models.example.org/v1');
    expect(screen.getByRole('group', { name: 'Model name' })).toHaveTextContent(
      'iris',
    );
    await retype('Path', '/v1/models/team/iris');
    await userEvent.click(screen.getByRole('radio', { name: 'Traditional' }));

    expect(field('Path')).toHaveValue('/v1/models/team/iris');
    expect(field('Path')).toBeInvalid();
  });

  it('let several gateways and hostnames be chosen, and a word be typed for a wildcard', async () => {
    const { publishes } = acceptPublishes();
    const hostname = {
      scheme: 'https',
      port: 8443,
      isDefault: true,
      openaiWithoutKeys: false,
    } as const;
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({
        gateways: [
          aPublishingGateway(),
          aPublishingGateway({
            name: 'lab',
            isDefault: false,
            hostnames: [
              { ...hostname, hostname: '*.lab.example.org' },
              {
                ...hostname,
                hostname: 'open.example.org',
                openaiWithoutKeys: true,
              },
            ],
          }),
        ],
      }),
    }));
    openWizard('address');
    await atStep('Address and type');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Gateway' }),
      'lab',
    );
    expect(screen.getByRole('combobox', { name: 'Hostname' })).toHaveValue(
      '*.lab.example.org',
    );
    expect(
      screen.queryByRole('option', { name: /open.example.org/ }),
    ).toBeNull();
    await press('Next');
    expect(field('Your part of the hostname')).toBeInvalid();
    await userEvent.type(field('Your part of the hostname'), 'flowers');
    expect(
      screen.getByText(
        'POST https://flowers.lab.example.org:8443/models/iris/predict',
      ),
    ).toBeInTheDocument();
    await press('Next');
    await atStep('Limits and access');
    await press('Next');
    await screen.findByText(/Nothing is changed yet/);
    await press('Publish');

    await atStep('iris is published');
    expect(publishes).toMatchObject([
      {
        config: {
          gateway: 'lab',
          publicHostname: 'flowers.lab.example.org',
        },
      },
    ]);
  });

  it('offer to go without keys only where the platform allows it, and warn of it', async () => {
    const { publishes } = acceptPublishes();
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({ allowAnonymous: true }),
    }));
    openWizard('address');
    await atStep('Address and type');
    await press('Next');
    await atStep('Limits and access');
    const needsKey = screen.getByRole('checkbox', {
      name: 'Callers need an API key',
    });
    expect(needsKey).toBeChecked();
    await userEvent.type(
      within(screen.getByRole('group', { name: 'Tenant 1' })).getByRole(
        'textbox',
        { name: 'Requests per minute' },
      ),
      '7',
    );
    await userEvent.click(needsKey);

    expect(screen.getByText(/can call this model without a key/)).toBeVisible();
    expect(
      screen.getAllByRole('textbox', { name: 'Requests per minute' }),
    ).toHaveLength(1);
    await expectAccessible();
    await press('Next');
    await screen.findByText(/Nothing is changed yet/);
    await press('Publish');
    await atStep('iris is published');
    expect(publishes).toMatchObject([
      { config: { authentication: { requireApiKey: false } } },
    ]);
    // Without keys, nobody can tell tenants apart.
    expect(JSON.stringify(publishes)).not.toContain('perTenant');
  });

  it('need a key on platforms that do not allow to go without', async () => {
    openWizard('address');
    await atStep('Address and type');
    await press('Next');
    await atStep('Limits and access');

    expect(
      screen.queryByRole('checkbox', { name: 'Callers need an API key' }),
    ).toBeNull();
  });

  it('put an OpenAI-compatible model without keys on a hostname for those', async () => {
    backend.on('get', '/models/iris', () => ({
      body: aFoundModel({ modelType: 'openai' }),
    }));
    const { publishes } = acceptPublishes();
    const [keyed] = aPublishingGateway().hostnames;
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({
        allowAnonymous: true,
        gateways: [
          aPublishingGateway({
            hostnames: [
              ...(keyed ? [keyed] : []),
              {
                hostname: 'open.example.org',
                scheme: 'http',
                port: 80,
                isDefault: false,
                openaiWithoutKeys: true,
              },
            ],
          }),
        ],
      }),
    }));
    openWizard('address');
    await atStep('Address and type');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Hostname' }),
      'open.example.org (for models without keys)',
    );
    await press('Next');
    await atStep('Limits and access');
    expect(screen.getByText(/can call this model without a key/)).toBeVisible();
    await press('Next');
    await screen.findByText(/Nothing is changed yet/);
    await press('Publish');

    await waitFor(() =>
      expect(publishes).toMatchObject([
        {
          config: {
            publicHostname: 'open.example.org',
            authentication: { requireApiKey: false },
          },
        },
      ]),
    );
  });

  describe('on the review', () => {
    it('show what would be, with warnings, in words and as manifests', async () => {
      acceptPublishes(
        aPlanned(
          { rateLimiting: { requestsPerMinute: 60, burstLimit: 3 } },
          {
            warnings: [
              {
                field: 'rateLimiting.burstLimit',
                message: 'is counted by each gateway replica',
              },
            ],
          },
        ),
      );
      await goToReview();

      expect(
        screen.getByText(/rateLimiting.burstLimit is counted by each/),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('group', { name: 'Limits of the whole publication' }),
      ).toHaveTextContent('60 requests/min, 3 requests/s');
      expect(screen.getByRole('group', { name: 'Type' })).toHaveTextContent(
        'Because the model format sklearn',
      );
      await userEvent.click(
        screen.getByRole('button', { name: 'HTTPRoute published-model-iris' }),
      );
      await waitFor(() =>
        expect(document.body).toHaveTextContent(/kind: HTTPRoute/),
      );
    });

    it('go back to the first step with an error, and show what the backend said at its fields', async () => {
      backend.on('post', PUBLISH, () =>
        failure(422, 'against the rules', [
          {
            field: 'config.rateLimiting.burstLimit',
            problem: 'is 7, above the maximum of 5',
          },
          { field: 'config.externalPath', problem: 'is taken' },
          { field: 'config.surprise', problem: 'is new' },
        ]),
      );
      openWizard('address');
      await atStep('Address and type');
      await press('Next');
      await atStep('Limits and access');
      await press('Next');

      const alert = await screen.findByRole('alert');
      await atStep('Address and type');
      expect(alert).toHaveTextContent('correct the marked fields');
      expect(alert).toHaveTextContent('config.surprise is new');
      expect(alert).not.toHaveTextContent('is taken');
      expect(field('Path')).toHaveAccessibleDescription('Is taken');
      await expectAccessible();
      await userEvent.type(field('Path'), '-2');
      expect(field('Path')).toBeValid();
      await press('Next');
      await atStep('Limits and access');
      const [burst] = screen.getAllByRole('textbox', { name: /Burst/ });
      expect(burst).toHaveAccessibleDescription('Is 7, above the maximum of 5');
    });

    it('repeat the words of the backend where no field is to blame, and check again', async () => {
      let answer = failure(409, 'Model is not ready: RevisionMissing');
      backend.on('post', PUBLISH, () => answer);
      openWizard('address');
      await atStep('Address and type');
      await press('Next');
      await atStep('Limits and access');
      await press('Next');

      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Model is not ready: RevisionMissing',
      );
      expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
      answer = { body: aPlanned() };
      await press('Check again');

      await screen.findByText(/Nothing is changed yet/);
      expect(screen.queryByRole('alert')).toBeNull();
      expect(screen.getByRole('button', { name: 'Publish' })).toBeEnabled();
    });

    it('publish once for a double click, and with the same idempotency key after a failure', async () => {
      let answer: ReturnType<typeof failure> = failure(503, 'away');
      let release = () => {};
      const released = new Promise<void>(resolve => {
        release = resolve;
      });
      const { keys } = acceptPublishes(aPlanned(), async () => {
        await released;
        return answer;
      });
      await goToReview();
      const button = screen.getByRole('button', { name: 'Publish' });
      act(() => {
        button.click();
        button.click();
      });
      release();
      await screen.findByText('away');
      expect(keys).toHaveLength(1);
      answer = { status: 201, body: aPublished() };
      await press('Publish');

      await atStep('iris is published');
      expect(keys).toHaveLength(2);
      expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
      expect(keys[1]).toBe(keys[0]);
    });
  });

  it('send a request again whose answer was lost, and show its key', async () => {
    const first = acceptPublishes(aPlanned(), () =>
      failure(503, 'broken line'),
    );
    await goToReview();
    await press('Publish');
    await screen.findByText('broken line');
    cleanup();
    backend.on('get', '/models/iris', () => ({
      body: aFoundModel({ published: true }),
    }));
    const again = acceptPublishes();
    openWizard('review');

    await atStep('This was published already');
    await expectAccessible();
    await press('Show the result');
    await atStep('iris is published');
    expect(screen.getByRole('group', { name: 'API key' })).toHaveTextContent(
      ISSUED_KEY,
    );
    expect(again.keys).toEqual(first.keys);
    expect(again.publishes).toEqual(first.publishes);
  });

  describe('at the end', () => {
    it('keep the key out of the cache, the address, and every storage', async () => {
      acceptPublishes();
      const { cachedText } = await goToReview();
      await press('Publish');
      await screen.findByRole('group', { name: 'API key' });

      expect(cachedText()).toContain('mp_key1…');
      expect(cachedText()).not.toContain(ISSUED_KEY);
      expect(window.location.href).not.toContain(ISSUED_KEY);
      expect(
        JSON.stringify({ ...localStorage, ...sessionStorage }),
      ).not.toContain(ISSUED_KEY);
      expect(sessionStorage).toHaveLength(0);
    });

    it('follow the gateway until it answers', async () => {
      const waiting = aCondition({
        status: 'Unknown',
        message: 'The gateway has said nothing yet',
      });
      let answer = aPublicationDetail({
        phase: 'Pending',
        conditions: [waiting],
      });
      backend.on('get', PUBLISH, () => ({ body: answer }));
      acceptPublishes(aPlanned(), () => ({
        status: 201,
        body: aPublished({
          phase: 'Pending',
          conditions: [waiting],
          effective: 'pending',
        }),
      }));
      await goToReview();
      await press('Publish');

      await atStep('iris is being published');
      const list = screen.getByRole('list', { name: 'Conditions' });
      expect(list).toHaveTextContent('Address is served: Not known yet');
      expect(screen.getByText(/has not answered/)).toBeInTheDocument();
      answer = aPublicationDetail();

      await atStep('iris is published');
      expect(list).toHaveTextContent('Address is served: OK');
      expect(screen.queryByText(/has not answered/)).toBeNull();
      expect(screen.getByRole('group', { name: 'API key' })).toHaveTextContent(
        ISSUED_KEY,
      );
    });

    it('say so when the backend does not hand out the key', async () => {
      acceptPublishes(aPlanned(), () => ({
        status: 201,
        body: aPublished({ apiKey: null, apiKeyReason: 'not-revealed' }),
      }));
      await goToReview();
      await press('Publish');

      expect(
        await screen.findByText(/this portal does not show it/),
      ).toBeInTheDocument();
      expect(screen.queryByRole('group', { name: 'API key' })).toBeNull();
    });

    it('have no key any more after a reload, say so, and show the rest', async () => {
      backend.on('get', PUBLISH, () => ({ body: aPublicationDetail() }));
      openWizard('done');

      await atStep('iris is published');
      expect(screen.queryByRole('group', { name: 'API key' })).toBeNull();
      expect(
        screen.getByText('The API key is not shown any more'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: 'keys of this publication' }),
      ).toHaveAttribute(
        'href',
        '/model-publishing/published/sandbox/tenant-a/iris/keys',
      );
      expect(screen.getByRole('group', { name: 'Address' })).toHaveTextContent(
        'https://models.example.org/models/iris',
      );
      expect(
        screen.getByRole('list', { name: 'Conditions' }),
      ).toHaveTextContent('Address is served: OK');
      await expectAccessible();
    });

    it('speak of no key where none is needed', async () => {
      backend.on('get', PUBLISH, () => ({ body: aPublicationDetail(PUBLIC) }));
      openWizard('done');

      await atStep('iris is published');
      expect(screen.queryByText(/key is not shown any more/)).toBeNull();
    });

    it('show how OpenAI clients are set up', async () => {
      backend.on('get', '/models/chat/publish', () => ({
        body: aPublicationDetail(CHAT),
      }));
      openWizard('done', 'chat');

      expect(
        await screen.findByRole('group', { name: /^Base URL/ }),
      ).toHaveTextContent('https://models.example.org:8443/v1');
    });

    it('lead to the beginning when nothing is published', async () => {
      openWizard('done');

      expect(await atStep('Address and type')).toHaveFocus();
    });
  });

  it.each([
    [
      'is not ready',
      { ready: false, reason: 'ModelLoadFailed: no such file' },
      /ModelLoadFailed: no such file/,
      'Choose another model',
    ],
    [
      'is published already',
      { published: true },
      /page of the publication/,
      'Open the publication',
    ],
    [
      'cannot be published as it is',
      { problem: { reason: 'ForeignService', message: 'Service is foreign' } },
      /Service is foreign/,
      'Choose another model',
    ],
  ])('explain that a model %s', async (title, model, why, next) => {
    backend.on('get', '/models/iris', () => ({ body: aFoundModel(model) }));
    openWizard('address');

    await screen.findByText(`iris ${title}`);
    expect(screen.getByText(why)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: next })).toBeInTheDocument();
    await expectAccessible();
  });

  it('explain that there is no such model, or none that one may see', async () => {
    backend.on('get', '/models/iris', () => failure(404, 'no such model'));
    backend.on('get', '/publishing-options', () => failure(404, 'no tenant'));
    openWizard('address');

    await screen.findByText(
      'There is no model iris here, or you may not see it',
    );
    expect(
      screen.getByRole('button', { name: 'Choose another model' }),
    ).toHaveAttribute('href', '/model-publishing/models/publish');
  });

  it('explain that the tenant has no gateway', async () => {
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({ gateways: [] }),
    }));
    openWizard('address');

    expect(
      await screen.findByText('There is no gateway for iris'),
    ).toBeInTheDocument();
  });

  it('say what could not be read, and read it again', async () => {
    let answer = failure(503, 'The cluster is away');
    backend.on('get', '/publishing-options', () => answer);
    openWizard('address');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cluster is away',
    );
    answer = { body: somePublishingOptions() };
    await press('Try again');
    await atStep('Address and type');
  });
});
