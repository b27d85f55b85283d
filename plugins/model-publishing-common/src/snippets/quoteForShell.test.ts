import { execFileSync } from 'node:child_process';
import { quoteForShell } from './quoteForShell';

describe('quoteForShell', () => {
  it.each([
    '',
    'plain-word_1.2~3',
    'https://models.example.org:8443/models/iris/predict',
    '~',
    'X-API-Key: mp_abc',
    '{"instances": [[5.1, 3.5]]}',
    "it's",
    `both ' and "`,
    '$HOME `id` $(id) ${x}',
    'back\\slash !! # ; & | < > * ?',
    'two\nlines',
  ])('keeps %j one word that a shell reads back unchanged', text => {
    const output = execFileSync(
      '/bin/sh',
      ['-c', `printf '%s|' ${quoteForShell(text)}`],
      { encoding: 'utf8' },
    );
    expect(output).toBe(`${text}|`);
  });
});
