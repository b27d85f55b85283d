import { RESPONSES, UPTIME } from './__testUtils__/realLabels';
import { queryAnswerSchema } from './queryAnswerSchema';

const matrix = (result: unknown, further: object = {}) => ({
  status: 'success',
  data: { resultType: 'matrix', result },
  ...further,
});

describe('queryAnswerSchema', () => {
  it('reads series with times in milliseconds', () => {
    const answer = matrix([
      {
        metric: UPTIME,
        values: [
          [1795721622.432, '720'],
          [1795721624.05, '725.5'],
        ],
      },
      { metric: RESPONSES, values: [[1.001, '1.3e+01']] },
    ]);
    expect(queryAnswerSchema.parse(answer)).toEqual([
      {
        labels: UPTIME,
        samples: [
          { at: 1795721622432, value: 720 },
          { at: 1795721624050, value: 725.5 },
        ],
      },
      { labels: RESPONSES, samples: [{ at: 1001, value: 13 }] },
    ]);
  });

  it('leaves out what is no number', () => {
    const values = [
      [1, 'NaN'],
      [2, '+Inf'],
      [3, '-Inf'],
      [4, '5'],
    ];
    expect(queryAnswerSchema.parse(matrix([{ metric: {}, values }]))).toEqual([
      { labels: {}, samples: [{ at: 4000, value: 5 }] },
    ]);
  });

  it('has no samples of a native histogram', () => {
    const histograms = [[1, { count: '1', sum: '2', buckets: [] }]];
    expect(
      queryAnswerSchema.parse(matrix([{ metric: {}, histograms }])),
    ).toEqual([{ labels: {}, samples: [] }]);
  });

  it('goes by the data where there are warnings too', () => {
    expect(
      queryAnswerSchema.parse(matrix([], { warnings: ['a'], infos: ['b'] })),
    ).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['an error', { status: 'error', errorType: 'bad_data', error: 'no' }],
    ['no data', { status: 'success' }],
    [
      'values of one time',
      { status: 'success', data: { resultType: 'vector', result: [] } },
    ],
    ['a number as a value', matrix([{ metric: {}, values: [[1, 2]] }])],
    ['text as a time', matrix([{ metric: {}, values: [['1', '2']] }])],
    ['no labels', matrix([{ values: [] }])],
    ['text', 'ok'],
  ])('refuses %s', (_, answer) => {
    expect(queryAnswerSchema.safeParse(answer).success).toBe(false);
  });
});
