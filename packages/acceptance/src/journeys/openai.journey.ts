import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { ifAiGateway } from '../client/target';
import { copied, PortalBrowser } from './PortalBrowser';
import { publishByWizard } from './publishByWizard';
import { runInShell } from './runInShell';

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

/** Without its first line, which sets the key. */
const withoutKey = (lines: string) => lines.split('\n').slice(1).join('\n');

ifAiGateway('a data scientist with an OpenAI-compatible model', () => {
  it('publishes it in the portal, chats by the line that it shows, and is refused without the key', async () => {
    const page = await browser.visit(
      'tenant-a-user',
      '/model-publishing/models',
    );
    await publishByWizard(page, {
      model: 'chat',
      path: '/v1/models/team/chat',
      // More than all tests before this one have sent: counters outlive publications.
      limits: {
        'Requests per minute': '10000',
        'Requests per hour': '500000',
        'Tokens per hour': '1000000',
      },
    });

    const lines = await copied(page, 'Copy the code');
    const apiKey = await copied(page, 'Copy API key');
    expect(lines).toContain(`OPENAI_API_KEY=${apiKey}`);
    expect(JSON.parse(await runInShell(lines))).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { role: 'assistant' } }],
    });
    await expect(
      runInShell(withoutKey(lines), { OPENAI_API_KEY: '' }),
    ).rejects.toThrow(/401/);

    const { openai, rateLimiting } = await tenantA.get('chat', 'tenant-a');
    expect(await copied(page, 'Copy base URL')).toBe(openai?.baseUrl);
    expect(await copied(page, 'Copy model name')).toBe('team/chat');
    expect(rateLimiting.tokensPerHour).toBe(1_000_000);

    await page.getByRole('tab', { name: 'Published' }).click();
    expect(await copied(page, 'Copy base URL of chat')).toBe(openai?.baseUrl);
    expect(await copied(page, 'Copy model name of chat')).toBe('team/chat');
    await eventually(async () =>
      expect(await page.content()).not.toContain(apiKey),
    );
  });

  it('publishes it by a template, which tells base URL and model name', async () => {
    const page = await browser.visit('tenant-a-user', '/create');
    const button = (name: string) =>
      page.getByRole('button', { name, exact: true });
    await page.getByText('Publish a model', { exact: true }).waitFor();
    await button('Choose').click();
    await page.getByLabel('Tenant').fill('tenant-a');
    await page.getByLabel('Model').fill('chat');
    await button('Next').click();
    await page.getByLabel('Path').fill('/v1/models/by-template/chat');
    await page.getByLabel('Tokens per hour').fill('1000000');
    await button('Review').click();
    await button('Create').click();

    await page.getByRole('heading', { name: 'How to call it' }).waitFor();
    const { openai, rateLimiting } = await tenantA.get('chat', 'tenant-a');
    expect(rateLimiting.tokensPerHour).toBe(1_000_000);
    const told = page.getByText('use the base URL');
    expect(await told.innerText()).toContain(openai?.baseUrl);
    expect(await told.innerText()).toContain('by-template/chat');
    await page.getByText('Each request needs an API key').waitFor();
  });
});
