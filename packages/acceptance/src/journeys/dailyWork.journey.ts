import { Page } from 'playwright-core';
import { backend } from '../client/backend';
import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { publishChat } from '../client/publishChat';
import { publishIris, PublishedIris, withKey } from '../client/publishIris';
import { ifAiGateway } from '../client/target';
import { copied, PortalBrowser } from './PortalBrowser';

/** A scrape and a collection, with patience for slow machines. */
const COUNTED_MS = 60_000;
/** Until the backend notices that its cluster is gone, or back; it looks after half a minute at the latest. */
const AWAY_MS = 60_000;

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

function openTab(
  { cluster, modelName }: Pick<PublishedIris, 'cluster' | 'modelName'>,
  tab: string,
): Promise<Page> {
  return browser.visit(
    'tenant-a-user',
    `/model-publishing/published/${cluster}/tenant-a/${modelName}/${tab}`,
  );
}

describe('the keys of a publication', () => {
  it('are rotated with grace, so that both work, and the old one is revoked by typing it', async () => {
    const iris = await publishIris();
    const page = await openTab(iris, 'keys');
    const statusWith = async (apiKey: string) =>
      (await predict(iris, withKey(apiKey))).status;
    const hint = iris.apiKeyHint ?? '';
    const menu = page.getByRole('button', {
      name: `Actions for key ${hint}`,
    });

    await menu.click();
    await page.getByRole('menuitem', { name: 'Rotate…' }).click();
    await page.getByLabel('The present key stops').selectOption('24h');
    await page.getByRole('button', { name: 'Rotate key' }).click();
    await page.getByText(/The old key works until/).waitFor();
    const newKey = await copied(page, 'Copy API key');
    expect(await statusWith(newKey)).toBe(200);
    expect(await statusWith(iris.apiKey)).toBe(200);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText(/Replaced; works until/).waitFor();

    await menu.click();
    await page.getByRole('menuitem', { name: 'Revoke…' }).click();
    const dialog = page.getByRole('dialog');
    const revoke = dialog.getByRole('button', { name: 'Revoke', exact: true });
    expect(await revoke.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill(hint.replace('…', ''));
    await revoke.click();
    await page.getByText(`Key ${hint} is revoked`).first().waitFor();
    expect(await statusWith(iris.apiKey)).toBe(401);
    expect(await statusWith(newKey)).toBe(200);
    expect(await page.content()).not.toContain(newKey);
  });
});

describe('the usage of a publication', () => {
  it('grows after calls', async () => {
    const iris = await publishIris();
    const page = await openTab(iris, 'usage');
    for (let call = 0; call < 7; call += 1) {
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
    }
    await page
      .locator('dl > div')
      .filter({ hasText: 'Requests since counting began' })
      .getByText('7', { exact: true })
      .waitFor({ timeout: COUNTED_MS });
    await page.getByLabel('Show as tables').check();
    await page.getByRole('table').first().waitFor();
  });
});

describe('the test console', () => {
  it('shows what a traditional model answers through the gateway', async () => {
    const iris = await publishIris();
    const page = await openTab(iris, 'try-it');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('200: the model has answered').waitFor();
    await page.getByText('"predictions"').waitFor();
    expect(await page.content()).not.toContain(iris.apiKey);
  });

  ifAiGateway('of a chat model', () => {
    it('shows the words of an answer as they come', async () => {
      const chat = await publishChat();
      const page = await openTab(chat, 'try-it');
      await page.getByLabel('What to ask').click();
      await page.getByRole('option', { name: 'Chat, word by word' }).click();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('200: the model has answered').waitFor();
      await page.getByText('Complete.').waitFor();
      await page.getByText('Raw events').waitFor();
      expect(await page.content()).not.toContain(chat.apiKey);
    });
  });
});

describe('a model that is not ready', () => {
  it('cannot be published, and the reason is said', async () => {
    const { cluster } = await publishIris();
    const page = await browser.visit(
      'tenant-a-user',
      '/model-publishing/models?q=broken',
    );
    await page.getByText(/MinimumReplicasUnavailable/).waitFor();
    expect(
      await page.getByRole('button', { name: /Publish broken/ }).isDisabled(),
    ).toBe(true);
    await page.goto(
      `/model-publishing/models/publish/${cluster}/tenant-a/broken/address`,
    );
    await page.getByText('broken is not ready').waitFor();
    await page.getByText(/MinimumReplicasUnavailable/).waitFor();
  });
});

describe('while the cluster is away', () => {
  it('a list shows what was seen last, and says so', async () => {
    await publishIris();
    const page = await browser.visit(
      'tenant-a-user',
      '/model-publishing/published',
    );
    const row = page.getByRole('row', { name: /^iris/ });
    await row.waitFor();
    await backend.loseCluster();
    try {
      await eventually(
        async () =>
          expect((await tenantA.page()).freshness.state).toBe('stale'),
        { withinMs: AWAY_MS },
      );
      await page.reload();
      await page.getByText('A cluster does not answer').waitFor();
      await row.waitFor();
    } finally {
      await backend.regainCluster();
    }
    await eventually(
      async () => expect((await tenantA.page()).freshness.state).toBe('live'),
      { withinMs: AWAY_MS },
    );
    await page.reload();
    await row.waitFor();
    expect(await page.getByText('A cluster does not answer').count()).toBe(0);
  });
});

describe('the platform team', () => {
  it('sees what every tenant has published, and how the gateway is', async () => {
    await publishIris();
    const page = await browser.visit(
      'platform-admin',
      '/model-publishing/published',
    );
    await page.getByRole('row', { name: /^iris tenant-a/ }).waitFor();
    await page.getByRole('tab', { name: 'Gateways' }).click();
    await page.getByText(/Closed by default/).waitFor();
    const ordinary = await browser.visit(
      'tenant-a-user',
      '/model-publishing/gateways',
    );
    await ordinary.getByText('For administrators of the platform').waitFor();
    expect(await ordinary.content()).not.toContain('Closed by default');
  });
});
