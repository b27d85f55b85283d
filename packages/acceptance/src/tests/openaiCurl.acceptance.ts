import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { publishChat, PublishedChat } from '../client/publishChat';
import { ifAiGateway, target } from '../client/target';

const execute = promisify(execFile);

const HEADERS: Array<[string, (key: string) => string]> = [
  ['X-API-Key', key => `X-API-Key: ${key}`],
  ['x-api-key in lower case', key => `x-api-key: ${key}`],
  ['Authorization', key => `Authorization: Bearer ${key}`],
];

/** A chat by the command line that the guide shows; the Host header only because names need not lead to the gateway here. */
async function curl(
  { publicHostname, openai }: PublishedChat,
  keyHeader: string,
  { body = {}, options = [] }: { body?: object; options?: string[] } = {},
): Promise<string> {
  const { stdout } = await execute('curl', [
    ...['--silent', '--show-error', '--fail-with-body', '--noproxy', '*'],
    ...options,
    ...['-X', 'POST', '-H', keyHeader],
    ...['-H', 'Content-Type: application/json'],
    ...['-H', `Host: ${publicHostname}`],
    `${target.gatewayUrl}/v1/chat/completions`,
    '-d',
    JSON.stringify({
      model: openai.model,
      messages: [{ role: 'user', content: 'Hello!' }],
      ...body,
    }),
  ]);
  return stdout;
}

ifAiGateway('with Envoy AI Gateway: curl, as the guide shows it', () => {
  it.each(HEADERS)('gets an answer with the key in %s', async (_, header) => {
    const model = await publishChat();
    expect(JSON.parse(await curl(model, header(model.apiKey)))).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { content: 'you said: Hello!' } }],
    });
    await expect(curl(model, header('mp_wrong'))).rejects.toMatchObject({
      // HTTP errors.
      code: 22,
      stderr: expect.stringContaining('401'),
    });
  });

  it.each(HEADERS)('streams with the key in %s', async (_, header) => {
    const model = await publishChat();
    const printed = await curl(model, header(model.apiKey), {
      body: { stream: true },
      options: ['-N'],
    });
    const events = printed.split('\n\n').filter(Boolean);
    expect(events.length).toBeGreaterThan(3);
    expect(events.every(event => event.startsWith('data: '))).toBe(true);
    expect(events.at(-1)).toBe('data: [DONE]');
    expect(printed).toContain('Hello!');
  });
});
