import { Model } from '@inference-portal/plugin-model-publishing-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aModel,
  aModelList,
  aPublicationDetail,
  aPublished,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { Models } from './Models';

describe('Models', () => {
  const backend = useBackend();

  it('offers what is ready, says why the rest is not, and leads to what is published', async () => {
    backend.on('get', '/models', () => ({
      body: aModelList(
        aModel(),
        aModel({
          name: 'broken',
          ready: false,
          reason: 'ModelLoadFailed: no such file',
        }),
        aModel({ name: 'silent', ready: false }),
        aModel({ name: 'chat', modelType: 'openai', published: true }),
      ),
    }));
    renderWithBackend(<Models />);

    const iris = await screen.findByRole('row', { name: /iris/ });
    expect(
      within(iris).getByRole('button', { name: 'Publish iris of tenant-a' }),
    ).toBeEnabled();
    const broken = screen.getByRole('button', {
      name: 'Publish broken of tenant-a',
    });
    expect(broken).toBeDisabled();
    expect(broken).toHaveAccessibleDescription('ModelLoadFailed: no such file');
    expect(screen.getByRole('row', { name: /silent/ })).toHaveTextContent(
      'KServe gives no reason',
    );
    const chat = screen.getByRole('row', { name: /chat/ });
    expect(chat).toHaveTextContent('OpenAI-compatible');
    expect(within(chat).getByRole('link')).toHaveAttribute(
      'href',
      '/model-publishing/published',
    );
    await expectAccessible();
  });

  it('publishes a model, and shows it as published behind the dialog with the key', async () => {
    let published = false;
    backend.on('get', '/models', () => ({
      body: aModelList(aModel({ published })),
    }));
    backend.on('get', '/models/iris/publish', () => ({
      body: aPublicationDetail(),
    }));
    backend.on('post', '/models/iris/publish', () => {
      published = true;
      return { status: 201, body: aPublished() };
    });
    renderWithBackend(<Models />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Publish iris of tenant-a' }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Publish',
      }),
    );
    await screen.findByRole('group', { name: 'API key' });
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));

    expect(
      await screen.findByRole('link', { name: 'Published' }),
    ).toBeInTheDocument();
  });

  it('explains how models get here, and looks again', async () => {
    let answer: Model[] = [];
    backend.on('get', '/models', () => ({
      body: aModelList(...answer),
    }));
    renderWithBackend(<Models />);

    await screen.findByText('Your tenants have no models');
    answer = [aModel()];
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));

    expect(
      await screen.findByRole('row', { name: /iris/ }),
    ).toBeInTheDocument();
  });

  it('says why the list could not be read, and reads it again', async () => {
    let answer = failure(503, 'The catalog is away');
    backend.on('get', '/models', () => answer);
    renderWithBackend(<Models />);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog is away',
    );
    answer = { body: aModelList(aModel()) };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await screen.findByRole('row', { name: /iris/ });
  });
});
