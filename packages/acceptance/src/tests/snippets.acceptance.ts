import {
  keyVariableOf,
  SNIPPET_LANGUAGES,
  SnippetLanguage,
  snippetOf,
  SnippetRequest,
  SnippetSource,
} from '@inference-portal/plugin-model-publishing-common';
import { GatewayFront } from '../client/GatewayFront';
import { publishChat } from '../client/publishChat';
import { publishIris } from '../client/publishIris';
import { runSnippet, whyNotIn } from '../client/snippetPrograms';
import { ifAiGateway } from '../client/target';

const TEST_MS = 180_000;

/** What all languages have to leave as it is. */
const NASTY = [
  `it's "quoted" with 'both'`,
  '$HOME ${API_KEY} $(id) `id` !! %s \\n \\u0041 \\\\',
  'two\nlines and a\ttab',
  'Grüße, 你好 🎉 \u2028\ufeff</script>',
].join(' ');

interface Caller {
  source: SnippetSource;
  /** What was sent, oldest first. */
  bodies: string[];
  ask(request?: Omit<SnippetRequest, 'source'>, key?: string): Promise<string>;
}

let front: GatewayFront | undefined;
afterEach(() => front?.close());

/** Somebody who runs snippets of a publication with its key. */
async function callerOf(
  language: SnippetLanguage,
  published: Omit<SnippetSource, 'requireApiKey'> & {
    publicHostname: string;
    apiKey: string;
  },
  options: { refusedByFetch?: boolean } = {},
): Promise<Caller> {
  const opened = await GatewayFront.open(published.publicHostname, options);
  front = opened;
  const { openai, externalUrl, apiKey } = published;
  const source: SnippetSource = {
    externalUrl: opened.addressOf(externalUrl),
    openai: openai && { ...openai, baseUrl: opened.addressOf(openai.baseUrl) },
    requireApiKey: true,
  };
  return {
    source,
    bodies: opened.bodies,
    ask: (request = {}, key = apiKey) =>
      runSnippet(language, snippetOf(language, { source, ...request }), {
        [String(keyVariableOf(source))]: key,
      }),
  };
}

/** The languages with what to describe them by; those that cannot be run here say why not. */
const PROGRAMS = SNIPPET_LANGUAGES.map(language => {
  const missing = whyNotIn(language);
  return {
    language,
    isClient: language.endsWith('-openai'),
    describeIt: missing ? describe.skip : describe,
    name: missing ? `${language} (${missing})` : language,
  };
});

describe('snippets for a traditional model', () => {
  for (const { language, describeIt, name } of PROGRAMS.filter(
    ({ isClient }) => !isClient,
  )) {
    describeIt(`in ${name}`, () => {
      it(
        'predict with the key and not without',
        async () => {
          const { ask } = await callerOf(language, await publishIris());

          expect(await ask()).toMatch(
            /^\{\s*["']predictions["']: ?\[\s*0\s*\]\s*\}\s*$/,
          );
          const virginica = { instances: [[6.7, 3.0, 5.2, 2.3]] };
          expect(await ask({ body: virginica })).toMatch(/\[\s*2\s*\]/);
          await expect(ask({}, 'mp_wrong')).rejects.toThrow('401');
        },
        TEST_MS,
      );

      it(
        'know the other addresses',
        async () => {
          const { ask } = await callerOf(language, await publishIris());

          expect(await ask({ endpoint: 'infer' })).toMatch(
            /["']outputs["'][^]*["']data["']: ?\[\s*0\s*\]/,
          );
          expect(await ask({ endpoint: 'metadata' })).toMatch(
            /["']name["']: ?["']iris["']/,
          );
          // The model has no explainer; servers say that in different ways.
          await expect(ask({ endpoint: 'explain' })).rejects.toThrow(
            /404|5\d\d/,
          );
        },
        TEST_MS,
      );
    });
  }

  it('in javascript reach ports that fetch refuses', async () => {
    const { ask, source } = await callerOf('javascript', await publishIris(), {
      refusedByFetch: true,
    });

    await expect(fetch(source.externalUrl)).rejects.toMatchObject({
      cause: { message: 'bad port' },
    });
    expect(JSON.parse(await ask())).toEqual({ predictions: [0] });
    await expect(ask({}, 'mp_wrong')).rejects.toThrow('401');
  });
});

/** What is said in the parts of a stream, as they came from the gateway. */
function saidIn(events: string): string {
  return events
    .split('\n')
    .filter(line => line.startsWith('data: {'))
    .map(line => JSON.parse(line.slice('data: '.length)))
    .map(({ choices: [choice] }) => choice?.delta.content ?? '')
    .join('');
}

ifAiGateway(
  'with Envoy AI Gateway: snippets for an OpenAI-compatible model',
  () => {
    for (const { language, isClient, describeIt, name } of PROGRAMS) {
      describeIt(`in ${name}`, () => {
        it(
          'chat with the key and not without',
          async () => {
            const { ask } = await callerOf(language, await publishChat());

            expect(await ask()).toContain('you said: Hello');
            await expect(ask({}, 'mp_wrong')).rejects.toThrow('401');
          },
          TEST_MS,
        );

        it(
          'get answers in parts',
          async () => {
            const { ask } = await callerOf(language, await publishChat());
            const output = await ask({ stream: true });

            expect((isClient ? output : saidIn(output)).trim()).toBe(
              'you said: Hello',
            );
          },
          TEST_MS,
        );

        it(
          'know the other endpoints',
          async () => {
            const { ask } = await callerOf(language, await publishChat());

            expect(await ask({ endpoint: 'completions' })).toContain('Hello');
            expect(await ask({ endpoint: 'embeddings' })).toMatch(
              /\[\s*-?\d+\.?\d*/,
            );
            expect(await ask({ endpoint: 'model' })).toContain('tenant-a');
          },
          TEST_MS,
        );

        it(
          'send what they are given',
          async () => {
            const { openai, ...model } = await publishChat();
            const { ask, bodies } = await callerOf(language, {
              openai,
              ...model,
            });
            const body = {
              model: openai.model,
              messages: [{ role: 'user', content: NASTY }],
              user: null,
            };

            expect(await ask({ body })).toContain('you said: it');
            expect(bodies.map(text => JSON.parse(text))).toEqual([body]);
          },
          TEST_MS,
        );
      });
    }
  },
);
