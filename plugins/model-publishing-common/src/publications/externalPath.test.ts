import {
  externalPathProblems,
  openaiPathOf,
  openaiPathProblems,
  publicModelNameOf,
  traditionalPathProblems,
} from './externalPath';

describe('externalPathProblems', () => {
  it.each([
    '/iris',
    '/models/iris',
    '/models/tenant-a/iris.v2',
    '/a/b_c/~d',
    '/1',
  ])('takes %s', path => expect(externalPathProblems(path)).toEqual([]));

  it.each([
    ['', /begin with/],
    ['models/iris', /begin with/],
    ['/', /empty segments/],
    ['/models/', /trailing/],
    ['//models', /empty segments/],
    ['/models//iris', /empty segments/],
    ['/models/./iris', /"\."/],
    ['/models/../iris', /"\.\."/],
    ['/models/%69ris', /may hold only/],
    ['/models/Iris', /may hold only/],
    ['/models/írís', /may hold only/],
    ['/models/iris?x=1', /may hold only/],
    ['/models/iris#x', /may hold only/],
    ['/models/iris predict', /may hold only/],
    ['/models\\iris', /may hold only/],
    ['/models/iris;v=1', /may hold only/],
    ['/models/iris:predict', /may hold only/],
    [`/${'a'.repeat(512)}`, /at most 512/],
  ])('refuses %j', (path, problem) => {
    expect(externalPathProblems(path).join('; ')).toMatch(problem);
  });

  it('reports several problems at once', () => {
    expect(externalPathProblems('//A/..')).toHaveLength(3);
  });
});

describe('traditionalPathProblems', () => {
  it.each(['/models/iris', '/predict/iris', '/v1x/iris', '/models/v1'])(
    'takes %s',
    path => expect(traditionalPathProblems(path)).toEqual([]),
  );

  it.each([
    '/models/predict',
    '/models/explain',
    '/infer',
    '/v1/models/iris',
    '/v2/x',
    '/tokenize',
    '/cohere/v2',
    '/anthropic/v1',
  ])('refuses %s', path =>
    expect(traditionalPathProblems(path)).toHaveLength(1),
  );
});

describe('openaiPathProblems', () => {
  it.each(['chat', 'tenant-a/chat', 'llama-3.1_8b~x'])(
    'takes the path of model name %s, and tells the name again',
    name => {
      expect(openaiPathProblems(openaiPathOf(name))).toEqual([]);
      expect(publicModelNameOf(openaiPathOf(name))).toBe(name);
    },
  );

  it.each([
    ['/models/chat', /must be \/v1\/models\/<name>/],
    ['/v1/models', /must be/],
    ['/v1/chat/completions', /must be/],
    ['/v1/models/a/b/c', /at most one/],
  ])('refuses %s', (path, problem) =>
    expect(openaiPathProblems(path)).toEqual([expect.stringMatching(problem)]),
  );
});
