import axe from 'axe-core';
import { Page } from 'playwright-core';
import { z } from 'zod';

const problemsSchema = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })),
  }),
);

/**
 * What the portal's frame draws and not this product: the tabs of its header name panels that are not there (the header
 * of @backstage/ui 0.18).
 */
const FRAME = ['[role="tablist"]'];

/**
 * Expects axe to find nothing wrong with the page as it is drawn, contrast included, by the rules of WCAG 2.1 A and AA.
 *
 * @param within - selector of the part that is judged
 */
export async function expectAccessible(
  page: Page,
  within = 'body',
): Promise<void> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    async ({ include, exclude, tags }) => {
      const { violations } = await window.axe.run(
        { include: [include], exclude },
        { runOnly: tags },
      );
      return violations;
    },
    {
      include: within,
      exclude: FRAME,
      tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    },
  );
  expect(problemsSchema.parse(found)).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
