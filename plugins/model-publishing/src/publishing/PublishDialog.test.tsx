import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aModel,
  aPublicationDetail,
  aPublished,
  CHAT,
} from '../__testUtils__/builders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { PublishDialog } from './PublishDialog';

const PATH = '/models/iris/publish';

describe('PublishDialog', () => {
  const backend = useBackend();
  const onClose = jest.fn();

  beforeEach(() => {
    onClose.mockReset();
    backend.on('get', PATH, () => ({ body: aPublicationDetail() }));
  });

  function open(model = aModel()) {
    return renderWithBackend(<PublishDialog model={model} onClose={onClose} />);
  }
  const submit = () =>
    userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  const field = (name: string | RegExp) =>
    screen.getByRole('textbox', { name });

  it('has a name, holds the focus, and closes by Escape', async () => {
    open();

    await screen.findByRole('dialog', { name: 'Publish iris' });
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    await userEvent.keyboard('{Escape}');

    expect(onClose).toHaveBeenCalled();
  });

  it('checks the path while it is typed, and publishes nothing that is wrong', async () => {
    const requests = backend.on('post', PATH, () => ({ body: aPublished() }));
    open();
    await screen.findByRole('dialog');

    await userEvent.type(field(/Path/), '/predict');

    expect(field(/Path/)).toHaveAccessibleDescription(
      /Must not end in "predict"/,
    );
    expect(field(/Path/)).toBeInvalid();
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await userEvent.type(field(/Path/), '{Enter}');
    expect(requests).toEqual([]);
  });

  it('asks for the path and the limits that were filled in', async () => {
    const requests = backend.on('post', PATH, () => ({ body: aPublished() }));
    open();
    await screen.findByRole('dialog');

    await userEvent.clear(field(/Path/));
    await userEvent.type(field(/Path/), '/flowers');
    await userEvent.type(field('Requests per minute'), '60');
    await submit();

    await screen.findByRole('dialog', { name: 'iris is published' });
    expect(requests).toEqual([
      {
        query: {},
        body: {
          config: {
            tenantId: 'tenant-a',
            externalPath: '/flowers',
            rateLimiting: { requestsPerMinute: 60 },
          },
        },
      },
    ]);
  });

  it('shows what the backend finds wrong at the fields, until they are edited', async () => {
    backend.on('post', PATH, () =>
      failure(422, 'against the rules', [
        { field: 'config.externalPath', problem: 'is not for this tenant' },
        {
          field: 'config.rateLimiting.burstLimit',
          problem: 'is 7, above the maximum of 5',
        },
        { field: 'config.gateway', problem: 'must be one of: none' },
      ]),
    );
    open();
    await screen.findByRole('dialog');
    await userEvent.type(field(/Burst/), '7');
    await submit();

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('config.gateway must be one of: none');
    expect(alert).not.toHaveTextContent('is not for this tenant');
    expect(field(/Path/)).toHaveAccessibleDescription('Is not for this tenant');
    expect(field(/Burst/)).toHaveAccessibleDescription(
      'Is 7, above the maximum of 5',
    );

    await userEvent.type(field(/Burst/), '{Backspace}4');

    expect(field(/Burst/)).toBeValid();
    expect(field(/Path/)).toBeInvalid();
  });

  it('says at the path that it is taken, and publishes at another one', async () => {
    backend.on('post', PATH, ({ body }) =>
      JSON.stringify(body).includes('/models/iris"')
        ? failure(409, 'config.externalPath is taken', [
            { field: 'config.externalPath', problem: 'is taken' },
          ])
        : { body: aPublished() },
    );
    open();
    await screen.findByRole('dialog');
    await submit();

    await screen.findByText('Is taken');
    await userEvent.type(field(/Path/), '-2');
    await submit();

    expect(
      await screen.findByRole('dialog', { name: 'iris is published' }),
    ).toBeInTheDocument();
  });

  it('repeats the words of the backend where no field is to blame', async () => {
    backend.on('post', PATH, () =>
      failure(409, 'Model is not ready: RevisionMissing'),
    );
    open();
    await screen.findByRole('dialog');
    await submit();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Model is not ready: RevisionMissing',
    );
  });

  it('publishes an OpenAI-compatible model under the name that clients will give', async () => {
    const requests = backend.on('post', '/models/chat/publish', () => ({
      body: aPublished(CHAT),
    }));
    backend.on('get', '/models/chat/publish', () => ({
      body: aPublicationDetail(CHAT),
    }));
    open(aModel({ name: 'chat', modelType: 'openai' }));
    await screen.findByRole('dialog');

    expect(field(/Path/)).toHaveValue('/v1/models/chat');
    expect(field(/Path/)).toHaveAccessibleDescription(
      'Clients put what follows /v1/models/ into "model": chat',
    );
    await userEvent.clear(field(/Path/));
    await userEvent.type(field(/Path/), '/v1/models/team/chat');
    expect(field(/Path/)).toHaveAccessibleDescription(/"model": team\/chat$/);
    await userEvent.type(field('Tokens per hour'), '1000');
    await submit();

    await screen.findByRole('dialog', { name: 'chat is published' });
    expect(requests).toMatchObject([
      {
        body: {
          config: {
            tenantId: 'tenant-a',
            externalPath: '/v1/models/team/chat',
            rateLimiting: { tokensPerHour: 1000 },
          },
        },
      },
    ]);
  });

  it('shows at the tokens what the backend finds wrong with them', async () => {
    backend.on('post', '/models/chat/publish', () =>
      failure(422, 'against the rules', [
        {
          field: 'config.rateLimiting.tokensPerHour',
          problem: 'is 9, above the maximum of 5',
        },
      ]),
    );
    open(aModel({ name: 'chat', modelType: 'openai' }));
    await screen.findByRole('dialog');
    await userEvent.type(field('Tokens per hour'), '9');
    await submit();

    await screen.findByRole('alert');
    expect(field('Tokens per hour')).toHaveAccessibleDescription(
      'Is 9, above the maximum of 5',
    );
  });

  it('offers tokens to no other models, and still repeats what the backend says of them', async () => {
    backend.on('post', PATH, () =>
      failure(422, 'against the rules', [
        { field: 'config.rateLimiting.tokensPerHour', problem: 'is too high' },
      ]),
    );
    open();
    await screen.findByRole('dialog');

    expect(screen.queryByRole('textbox', { name: /Tokens/ })).toBeNull();
    await submit();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'config.rateLimiting.tokensPerHour is too high',
    );
  });
});
