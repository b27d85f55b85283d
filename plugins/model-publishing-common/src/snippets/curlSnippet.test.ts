import { execFileSync } from 'node:child_process';
import { aChatSource, aSource } from '../__testUtils__/snippetBuilders';
import { curlSnippet } from './curlSnippet';

/** The words that curl would get, with a key in each of the variables. */
function wordsOf(command: string): string[] {
  const env = {
    API_KEY: 'from-environment',
    OPENAI_API_KEY: 'from-environment',
  };
  return execFileSync(
    '/bin/sh',
    ['-c', `curl() { printf '%s\\0' "$@"; }; ${command}`],
    { encoding: 'utf8', env },
  )
    .split('\0')
    .slice(0, -1);
}

describe('curlSnippet', () => {
  it('predicts with a traditional model', () => {
    const command = curlSnippet({ source: aSource() });

    expect(command).toBe(
      `curl -X POST https://models.example.org/models/iris/predict \\
  -H "X-API-Key: $API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"instances": [[5.1, 3.5, 1.4, 0.2]]}'`,
    );
    expect(wordsOf(command)).toEqual([
      '-X',
      'POST',
      'https://models.example.org/models/iris/predict',
      '-H',
      'X-API-Key: from-environment',
      '-H',
      'Content-Type: application/json',
      '-d',
      '{"instances": [[5.1, 3.5, 1.4, 0.2]]}',
    ]);
  });

  it('chats with an OpenAI-compatible model by its public name', () => {
    const words = wordsOf(curlSnippet({ source: aChatSource() }));

    expect(words).toContain(
      'https://models.example.org:8443/v1/chat/completions',
    );
    expect(words).toContain('Authorization: Bearer from-environment');
    expect(JSON.parse(words[words.length - 1] ?? '')).toEqual({
      model: 'team/chat',
      messages: [{ role: 'user', content: 'Hello' }],
    });
  });

  it('shows the parts of a stream as they come', () => {
    const request = { source: aChatSource(), stream: true };
    expect(wordsOf(curlSnippet(request))[0]).toBe('-N');
  });

  it.each([
    [aSource(), 'X-API-Key: '],
    [aChatSource(), 'Authorization: Bearer '],
  ])('sets a key that is known, whatever is in it (%#)', (source, header) => {
    for (const apiKey of ['mp_key1_secret', `mp_"$(id)'`]) {
      const command = curlSnippet({ source }, apiKey);
      expect(wordsOf(command)).toContain(header + apiKey);
      expect(command).toContain(curlSnippet({ source }));
    }
  });

  it.each([aSource, aChatSource])(
    'sends no key to a public model (%#)',
    source => {
      const command = curlSnippet(
        { source: source({ requireApiKey: false }) },
        'unused',
      );

      expect(command).not.toMatch(/API.?KEY|Authorization|unused/i);
      expect(wordsOf(command).filter(word => word === '-H')).toHaveLength(1);
    },
  );
});
