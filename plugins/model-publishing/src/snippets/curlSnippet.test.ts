import { execFileSync } from 'node:child_process';
import { aListedPublication, CHAT, PUBLIC } from '../__testUtils__/builders';
import { curlSnippet } from './curlSnippet';

/** The words that curl would get, with a key in each of the variables. */
function wordsOf(command: string): string[] {
  const env = {
    API_KEY: 'from-environment',
    OPENAI_API_KEY: 'from-environment',
  };
  return execFileSync(
    '/bin/sh',
    ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`],
    { encoding: 'utf8', env },
  )
    .trimEnd()
    .split('\n');
}

describe('curlSnippet', () => {
  it('predicts with a traditional model', () => {
    const command = curlSnippet(aListedPublication(), 'mp_key1_secret');

    expect(command).toBe(
      `curl -X POST https://models.example.org/models/iris/predict -H "X-API-Key: mp_key1_secret" -H "Content-Type: application/json" -d '{"instances": [[5.1, 3.5, 1.4, 0.2]]}'`,
    );
    expect(wordsOf(command)).toEqual([
      '-X',
      'POST',
      'https://models.example.org/models/iris/predict',
      '-H',
      'X-API-Key: mp_key1_secret',
      '-H',
      'Content-Type: application/json',
      '-d',
      '{"instances": [[5.1, 3.5, 1.4, 0.2]]}',
    ]);
  });

  it('reads the key from the environment where it is not known', () => {
    expect(wordsOf(curlSnippet(aListedPublication()))).toContain(
      'X-API-Key: from-environment',
    );
  });

  it('passes a key with active characters unchanged', () => {
    const apiKey = `mp_"$(id)'`;
    expect(wordsOf(curlSnippet(aListedPublication(), apiKey))).toContain(
      `X-API-Key: ${apiKey}`,
    );
    expect(wordsOf(curlSnippet(aListedPublication(CHAT), apiKey))).toContain(
      `Authorization: Bearer ${apiKey}`,
    );
  });

  it('chats with an OpenAI-compatible model by its public name', () => {
    const words = wordsOf(curlSnippet(aListedPublication(CHAT)));

    expect(words).toEqual([
      '-X',
      'POST',
      'https://models.example.org:8443/v1/chat/completions',
      '-H',
      'Authorization: Bearer from-environment',
      '-H',
      'Content-Type: application/json',
      '-d',
      expect.stringContaining('"model":"team/chat"'),
    ]);
    expect(JSON.parse(words[words.length - 1] ?? '')).toMatchObject({
      messages: [{ role: 'user' }],
    });
  });

  it('sets the variable that clients of OpenAI read, where the key is known', () => {
    const [setting, line] = curlSnippet(
      aListedPublication(CHAT),
      'mp_key1_secret',
    ).split('\n');

    expect(setting).toBe('export OPENAI_API_KEY=mp_key1_secret');
    expect(line).toBe(curlSnippet(aListedPublication(CHAT)));
  });

  it.each([PUBLIC, { ...CHAT, ...PUBLIC }])(
    'sends no key to a public model (%#)',
    overrides => {
      const command = curlSnippet(aListedPublication(overrides), 'unused');

      expect(command).not.toMatch(/API.?KEY|Authorization|unused/i);
      expect(wordsOf(command).filter(word => word === '-H')).toHaveLength(1);
    },
  );
});
