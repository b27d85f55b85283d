import { execFileSync } from 'node:child_process';
import { aPublication } from '../__testUtils__/builders';
import { curlSnippet } from './curlSnippet';

/** The words that curl would get, with a variable API_KEY in the environment. */
function wordsOf(command: string): string[] {
  return execFileSync(
    '/bin/sh',
    ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`],
    { encoding: 'utf8', env: { API_KEY: 'from-environment' } },
  )
    .trimEnd()
    .split('\n');
}

describe('curlSnippet', () => {
  it('predicts with a traditional model', () => {
    const command = curlSnippet(aPublication(), 'mp_key1_secret');

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
    expect(wordsOf(curlSnippet(aPublication()))).toContain(
      'X-API-Key: from-environment',
    );
  });

  it('passes a key with active characters unchanged', () => {
    const apiKey = `mp_"$(id)'`;
    expect(wordsOf(curlSnippet(aPublication(), apiKey))).toContain(
      `X-API-Key: ${apiKey}`,
    );
  });

  it('chats with an OpenAI-compatible model by its public name', () => {
    const words = wordsOf(
      curlSnippet(
        aPublication({
          modelType: 'openai',
          externalPath: '/v1/models/team/chat',
          externalUrl: 'https://models.example.org:8443/v1/models/team/chat',
        }),
      ),
    );
    expect(words).toContain(
      'https://models.example.org:8443/v1/chat/completions',
    );
    expect(JSON.parse(words[words.length - 1] ?? '')).toMatchObject({
      model: 'team/chat',
    });
  });
});
