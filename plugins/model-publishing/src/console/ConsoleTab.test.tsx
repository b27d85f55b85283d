import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestEvent } from '@inference-portal/plugin-model-publishing-common';
import { failure, useBackend } from '../__testUtils__/backend';
import { aPublicationDetail, CHAT, PUBLIC } from '../__testUtils__/builders';
import {
  aGate,
  anEnd,
  aPart,
  aResponse,
  atOnce,
  aWord,
  STREAMED,
} from '../__testUtils__/consoleBuilders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { ConsoleTab } from './ConsoleTab';

// What edits JSON has tests of its own; here it would be in the way of the keyboard.
jest.mock('./JsonEditor', () => ({
  JsonEditor: jest.requireActual('./JsonTextArea').JsonTextArea,
}));

const PATH = '/models/iris/publish/test-requests';
const CHAT_PATH = '/models/chat/publish/test-requests';

describe('ConsoleTab', () => {
  const backend = useBackend();

  async function show(
    overrides: Parameters<typeof aPublicationDetail>[0] = {},
  ) {
    const rendered = renderWithBackend(
      <ConsoleTab publication={aPublicationDetail(overrides)} />,
    );
    await screen.findByRole('region', { name: 'Request' });
    return rendered;
  }
  const editor = () =>
    screen.findByRole('textbox', { name: 'Request body (JSON)' });
  const sendButton = () => screen.getByRole('button', { name: 'Send' });
  const send = () => userEvent.click(sendButton());
  const answerPane = () => screen.getByRole('region', { name: 'Answer' });
  const finished = () => screen.findByText('Complete.');
  async function choose(name: string) {
    await userEvent.click(screen.getByRole('button', { name: /What to ask/ }));
    await userEvent.click(await screen.findByRole('option', { name }));
  }
  async function write(text: string) {
    const field = await editor();
    await userEvent.clear(field);
    await userEvent.click(field);
    await userEvent.paste(text);
  }
  const answerWith = (...events: TestEvent[]) =>
    backend.onStream(PATH, () => atOnce(...events));

  it('says whose limits are used up, and begins with an example', async () => {
    await show();
    expect(
      screen.getByText(/short-lived key of tenant tenant-a/),
    ).toBeInTheDocument();
    expect(JSON.parse((await editor()).textContent ?? '')).toEqual({
      instances: [[5.1, 3.5, 1.4, 0.2]],
    });
    expect(screen.getByText(/Nothing has been sent yet/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('sends what stands in the editor, and shows what comes back', async () => {
    const requests = answerWith(
      aResponse(),
      aPart('{"predictions":'),
      aPart('[0]}'),
      anEnd(),
    );
    await show();
    await write('{"instances": [[1, 2, 3, 4]]}');
    await send();
    await finished();
    expect(requests).toEqual([
      {
        query: { tenant: 'tenant-a', cluster: 'sandbox' },
        body: { endpoint: 'predict', body: { instances: [[1, 2, 3, 4]] } },
      },
    ]);
    const pane = within(answerPane());
    expect(pane.getByText('200: the model has answered')).toBeInTheDocument();
    expect(pane.getByRole('region', { name: 'Body' }).textContent).toBe(
      '{\n  "predictions": [0]\n}',
    );
    expect(
      pane.getByRole('group', { name: 'Time to first byte' }),
    ).toHaveTextContent('12 ms');
    expect(pane.getByRole('group', { name: 'Total time' })).toHaveTextContent(
      '34 ms',
    );
    await expectAccessible();
  });

  it('shows headers on demand', async () => {
    answerWith(aResponse({ headers: { 'x-of-model': 'yes' } }), anEnd());
    await show();
    await send();
    await finished();
    expect(screen.queryByText('x-of-model')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Headers (1)' }));
    expect(
      await screen.findByRole('rowheader', { name: 'x-of-model' }),
    ).toBeInTheDocument();
    expect(screen.getByText('The answer has no body.')).toBeInTheDocument();
    await expectAccessible();
  });

  it('sends by the keyboard', async () => {
    const requests = answerWith(aResponse(), anEnd());
    await show();
    await userEvent.click(await editor());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await finished();
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['{"instances": [}', /not valid JSON/],
    ['[1]', /must be a JSON object/],
    ['null', /must be a JSON object/],
    [`{"x": "${'x'.repeat(2 ** 20)}"}`, /larger than 1 MiB/],
  ])('does not send %#, and says why', async (text, words) => {
    const requests = answerWith(aResponse(), anEnd());
    await show();
    await write(text);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(sendButton()).toBeDisabled();
    expect(await editor()).toBeInvalid();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(requests).toEqual([]);
    await expectAccessible();
  });

  it('asks for metadata without a body, and keeps what was written', async () => {
    const requests = answerWith(aResponse(), anEnd());
    await show();
    await write('{"mine": 1}');
    await choose('Metadata');
    expect(screen.getByText('This request has no body.')).toBeInTheDocument();
    await send();
    await finished();
    expect(requests[0]?.body).toEqual({ endpoint: 'metadata' });
    await choose('Predict');
    expect(await editor()).toHaveValue('{"mine": 1}');
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the example' }),
    );
    expect(await editor()).not.toHaveValue('{"mine": 1}');
  });

  it('shows a chat word by word, and its events', async () => {
    const gate = aGate();
    backend.onStream(CHAT_PATH, async function* words() {
      yield aResponse(STREAMED);
      yield aWord('Hello ');
      await gate.opened;
      yield aWord('you');
      yield aPart('data: [DONE]\n\n');
      yield anEnd();
    });
    await show(CHAT);
    await send();
    const text = await screen.findByRole('region', { name: 'Text so far' });
    await waitFor(() => expect(text).toHaveTextContent(/^Hello$/));
    expect(screen.getByText('The answer is coming in…')).toBeInTheDocument();
    await expectAccessible();
    gate.open();
    await finished();
    expect(screen.getByRole('region', { name: 'Text' })).toHaveTextContent(
      'Hello you',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Raw events' }));
    expect(
      await screen.findByRole('region', { name: 'Events as they came' }),
    ).toHaveTextContent('[DONE]');
    await expectAccessible();
  });

  it('stops, and keeps the focus where it is', async () => {
    const begun = aGate();
    const left = aGate();
    backend.onStream(PATH, async function* endless() {
      try {
        yield aResponse();
        begun.open();
        await left.opened;
      } finally {
        left.open();
      }
    });
    await show();
    await send();
    await begun.opened;
    const stop = await screen.findByRole('button', { name: 'Stop' });
    expect(stop).toHaveFocus();
    await userEvent.click(stop);
    expect(await screen.findByText('Stopped.')).toBeInTheDocument();
    expect(sendButton()).toHaveFocus();
  });

  it.each<[number, Record<string, string>, RegExp]>([
    [401, {}, /gateway does not take the key.*Wait a few seconds/],
    [403, {}, /does not let this tenant in.*allowed tenants/],
    [404, {}, /nothing answers there.*Not every model server/],
    [413, {}, /larger than the gateway takes.*Send less/],
    [
      429,
      {
        'x-ratelimit-limit': '3, 100;w=60, 3;w=3600',
        'x-ratelimit-reset': '17',
      },
      /a limit was hit.*The limit of 3 is used up. It is free again in 17 s/,
    ],
    [429, {}, /a limit was hit.*ask the publisher/],
    [422, {}, /cannot make sense/],
    [301, {}, /which is not followed/],
    [500, {}, /the model has failed.*log of the model server/],
    [503, {}, /away or too slow.*starting up/],
  ])('explains an answer of %d', async (status, headers, words) => {
    answerWith(aResponse({ status, headers }), aPart('why'), anEnd());
    await show();
    await send();
    await finished();
    expect(answerPane()).toHaveTextContent(words);
    expect(screen.getByRole('region', { name: 'Body' })).toHaveTextContent(
      'why',
    );
  });

  it.each([
    ['unreachable', /cannot reach the gateway/],
    ['certificate-refused', /does not trust the certificate/],
    ['timeout', /within 30 seconds/],
    ['broken-off', /broke off/],
  ] as const)('explains that there is no answer: %s', async (reason, words) => {
    answerWith({ type: 'error', reason, message: 'in English' });
    await show();
    await send();
    expect(await within(answerPane()).findByRole('alert')).toHaveTextContent(
      words,
    );
    await expectAccessible();
  });

  it('notices when the portal itself breaks off', async () => {
    answerWith(aResponse(), aPart('half'));
    await show();
    await send();
    await waitFor(() => expect(answerPane()).toHaveTextContent(/broke off/));
  });

  it('says that an answer was cut', async () => {
    answerWith(aResponse(), aPart('long'), anEnd(true));
    await show();
    await send();
    expect(
      await screen.findByText(/longer than 1 MiB and was cut/),
    ).toBeInTheDocument();
  });

  it('says what the portal did not send, and why', async () => {
    backend.on('post', PATH, () =>
      failure(429, 'You have 3 test requests running already'),
    );
    await show();
    await send();
    await waitFor(() =>
      expect(answerPane()).toHaveTextContent(
        /The portal did not send the request.*3 test requests running/,
      ),
    );
    await expectAccessible();
  });

  it('remembers what was sent, to show it and to send it again', async () => {
    let answer = 'first';
    const requests = backend.onStream(PATH, () =>
      atOnce(aResponse(), aPart(answer), anEnd()),
    );
    const { cachedText } = await show();
    await write('{"a": 1}');
    await send();
    await finished();
    answer = 'second';
    await write('{"a": 2}');
    await send();
    const list = await screen.findByRole('list', {
      name: 'Sent in this session',
    });
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual([
        expect.stringMatching(/^2\. Predict200, 34 ms/),
        expect.stringMatching(/^1\. Predict200, 34 ms/),
      ]),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show request 1, Predict' }),
    );
    expect(await editor()).toHaveValue('{"a": 1}');
    await waitFor(() => expect(answerPane()).toHaveTextContent('first'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Send again: request 1, Predict' }),
    );
    await waitFor(() => expect(requests).toHaveLength(3));
    expect(requests[2]?.body).toMatchObject({ body: { a: 1 } });
    await screen.findByRole('button', { name: 'Show request 3, Predict' });
    await expectAccessible();
    expect(cachedText()).not.toContain('first');
    expect(
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    ).not.toContain('first');
  });

  it('shows the request as code', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'This request as code' }),
    );
    expect(
      await screen.findByText(/curl .*models\/iris\/predict/s),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Language/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Go' }));
    expect(await screen.findByText(/package main/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('lets a consumer choose which of several tenants asks', async () => {
    const requests = answerWith(aResponse(), anEnd());
    await show({
      access: 'consumer',
      authentication: {
        requireApiKey: true,
        allowedTenants: ['tenant-b', 'tenant-c'],
      },
    });
    expect(screen.getByText(/key of tenant tenant-b/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /Your tenant that asks/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'tenant-c' }),
    );
    await send();
    await finished();
    expect(requests[0]?.body).toMatchObject({ keyTenant: 'tenant-c' });
    expect(screen.getByText(/key of tenant tenant-c/)).toBeInTheDocument();
  });

  it('says that no key is needed for a public model', async () => {
    await show(PUBLIC);
    expect(screen.getByText(/This model is public/)).toBeInTheDocument();
  });
});
