import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { readGuideBlocks } from '../client/guideBlocks';
import { expectShown } from '../client/guideOutput';
import { GuideShell } from '../client/guideShell';
import { whyNot, whyNotTheGuide } from '../client/guideTools';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';
import { target } from '../client/target';
import { signedIn } from '../client/users';
import { ROOT } from '../harness/ServiceProcess';

const guide = readFileSync(path.join(ROOT, 'docs', 'guide.md'), 'utf8');

/** The lowest limits that the guide sends requests under. */
const LIMITS = {
  ...WIDE_LIMITS,
  requestsPerMinute: 1_000,
  requestsPerHour: 100_000,
};
const CHAT_LIMITS = { tokensPerHour: 100_000 };
const MINUTE_MS = 60_000;
const WALK_MS = 5 * MINUTE_MS;

/** Counters outlive publications, so other tests may have used up this minute. */
async function untilLimitsAdmit(): Promise<void> {
  const iris = await publishIris({ rateLimiting: LIMITS });
  await eventually(
    async () =>
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200),
    { withinMs: MINUTE_MS + 5_000 },
  );
  await tenantA.unpublish('iris', 'tenant-a');
  if (target.hasAiGateway) {
    // The guide leaves the limits on its requests to the platform.
    const model = await publishChat({ rateLimiting: CHAT_LIMITS });
    await eventually(
      async () =>
        expect((await chat(model, withKey(model.apiKey))).status).toBe(200),
      { withinMs: MINUTE_MS + 5_000 },
    );
    await tenantA.unpublish('chat', 'tenant-a');
  }
}

const blocks = readGuideBlocks(guide).map((block, index) => ({
  block,
  name: `${index + 1}. ${block.place}`,
  missing: whyNotTheGuide() ?? whyNot(block),
}));
const walked = blocks.filter(({ missing }) => !missing);

describe('the publishing guide', () => {
  const printed = new Map<string, string | Error>();

  // At one go, because after each test everything that is published is taken back.
  beforeAll(async () => {
    if (walked.length === 0) {
      return;
    }
    await signedIn('tenant-a-user');
    await untilLimitsAdmit();
    const shell = await GuideShell.open();
    for (const { block, name } of walked) {
      printed.set(name, await shell.run(block).catch((error: Error) => error));
    }
    shell.close();
  }, WALK_MS);

  for (const { block, name, missing } of blocks) {
    const reason = missing ? ` (${missing})` : '';
    (missing ? it.skip : it)(`prints what it shows: ${name}${reason}`, () => {
      const output = printed.get(name);
      if (typeof output !== 'string') {
        throw output ?? new Error('The block was not run');
      }
      expectShown(output, block.shown);
    });
  }

  it('names sections that exist', () => {
    const sections = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9 _-]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...guide.matchAll(/\]\(#([^)]*)\)/g)].map(
      ([, link = '']) => link,
    );
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter(link => !sections.includes(link))).toEqual([]);
  });
});
