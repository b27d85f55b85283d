import { Agent } from 'node:http';
import { describeExpected, pick, printed } from './compareExpected';
import { ModelView, ParityExchange, ParityNames } from './ParityCase';
import { exchange, ParityTarget } from './ParityTarget';

async function requireView(
  modelsUrl: string,
  { model, path, body }: ModelView,
): Promise<void> {
  const query = new URLSearchParams({ model, limit: '1' });
  const response = await fetch(`${modelsUrl}/requests?${query}`);
  const [last] = await response.json();
  expect({
    path: last.path,
    body: describeExpected(last.body, body),
  }).toEqual({ path, body: String(body) });
}

/** Sends a request over a connection and compares the answer, and what the model saw of it, with what is expected. */
export async function requireAnswer(
  connection: Agent,
  { gatewayUrl, modelsUrl }: ParityTarget,
  names: ParityNames,
  expected: ParityExchange,
): Promise<void> {
  const answer = await exchange(
    connection,
    gatewayUrl,
    expected.host ?? names.host,
    expected,
  );
  const received = answer.headers['x-received-headers']?.toString() ?? '{}';
  const { method = 'GET', path } = expected;
  const subject = `${method} ${path}`;
  expect({
    subject,
    status: answer.status,
    body:
      expected.answer === undefined
        ? undefined
        : describeExpected(answer.body, expected.answer),
    headers: pick(answer.headers, expected.answerHeaders),
    received: pick(JSON.parse(received), expected.received),
  }).toEqual({
    subject,
    status: expected.status,
    body: expected.answer === undefined ? undefined : String(expected.answer),
    headers: printed(expected.answerHeaders),
    received: printed(expected.received),
  });
  if (expected.atModel && modelsUrl) {
    await requireView(modelsUrl, expected.atModel);
  }
}
