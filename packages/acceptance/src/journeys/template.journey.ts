import { publicationDetailSchema } from '@inference-portal/plugin-model-publishing-common';
import { tenantA } from '../client/callers';
import { predict } from '../client/gateway';
import { withKey } from '../client/publishIris';
import { PortalBrowser } from './PortalBrowser';

const USER = 'tenant-a-user';

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

describe('a data scientist', () => {
  it('publishes a model by a template, which never shows the key', async () => {
    const page = await browser.visit(USER, '/create');
    const button = (name: string) =>
      page.getByRole('button', { name, exact: true });
    await page.getByText('Publish a model', { exact: true }).waitFor();
    await button('Choose').click();
    await page.getByLabel('Tenant').fill('tenant-a');
    await page.getByLabel('Model').fill('iris');
    await button('Next').click();
    await page.getByLabel('Path').fill('/by-template/iris');
    // More than all tests before this one have sent: counters outlive publications.
    await page.getByLabel('Requests per minute').fill('10000');
    await page.getByLabel('Requests per hour').fill('500000');
    await button('Review').click();
    await button('Create').click();

    await page.getByRole('heading', { name: 'How to call it' }).waitFor();
    await page.getByText('Finished step Publish the model').waitFor();
    const published = await tenantA.get('iris', 'tenant-a');
    expect(published).toMatchObject({
      externalPath: '/by-template/iris',
      rateLimiting: { requestsPerMinute: 10000, requestsPerHour: 500000 },
      createdBy: `user:default/${USER}`,
    });
    const firstKey = await revealedKey();
    const task = await page.content();
    expect(task).toContain(published.externalUrl);
    expect(task).toContain(published.apiKeyHint);
    expect(task).not.toContain(firstKey);

    const { apiKey } = await tenantA.rotateKey('iris', 'tenant-a');
    const answer = await predict(published, withKey(apiKey ?? ''));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ predictions: [0] });

    const opened = page.waitForEvent('popup');
    await button('Keys and address in the portal').click();
    const portal = await opened;
    // The sandbox's sign-in is of one tab.
    await portal.getByRole('button', { name: `Sign in as ${USER}` }).click();
    await portal.getByText(published.externalUrl).waitFor();
  });
});

async function revealedKey(): Promise<string> {
  const { body } = await tenantA.send(
    'GET',
    '/models/iris/publish?tenant=tenant-a',
  );
  const { apiKey } = publicationDetailSchema.parse(body);
  if (apiKey === null) {
    throw new Error('The owner cannot see the key');
  }
  return apiKey;
}
