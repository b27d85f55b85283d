import { Browser, chromium, Page } from 'playwright-core';
import { target } from '../client/target';
import { signedIn } from '../client/users';
import { BROWSER_VARIABLE } from '../harness/TargetDescription';

const PATIENCE_MS = 30_000;

export type Theme = 'light' | 'dark';

/** Chromium with the portal in it. */
export class PortalBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<PortalBrowser> {
    const executablePath = process.env[BROWSER_VARIABLE];
    return new PortalBrowser(
      await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-gpu'],
      }),
    );
  }

  /** A visitor of its own who has signed in as one of the sandbox's users, at an address of the portal. */
  async visit(
    user: string,
    path: string,
    { theme = 'light' }: { theme?: Theme } = {},
  ): Promise<Page> {
    // Right after a start, the sign-in page would say that it does not know the user yet.
    await signedIn(user);
    const origin = target.portalUrl.replace('127.0.0.1', 'localhost');
    const context = await this.#browser.newContext({ baseURL: origin });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin,
    });
    await context.addInitScript(
      chosen => window.localStorage.setItem('theme', chosen),
      theme,
    );
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(path);
    await page.getByRole('button', { name: `Sign in as ${user}` }).click();
    return page;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** What a click on a copy button leaves to be pasted. */
export async function copied(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button, exact: true }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}
