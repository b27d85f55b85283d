import { classifyIris } from './irisClassifier';

describe('classifyIris', () => {
  it.each([
    ['a setosa', [5.1, 3.5, 1.4, 0.2], 0],
    ['a versicolor', [7.0, 3.2, 4.7, 1.4], 1],
    ['a virginica', [6.3, 3.3, 6.0, 2.5], 2],
    ['a virginica near the border', [5.9, 3.0, 5.1, 1.8], 2],
  ])('recognises %s', (_, features, expected) => {
    expect(classifyIris(features)).toBe(expected);
  });
});
