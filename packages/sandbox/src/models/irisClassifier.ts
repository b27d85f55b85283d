/** Sepal length, sepal width, petal length and petal width, in centimetres. */
export const irisFeatureCount = 4;

/**
 * A multinomial logistic regression of Fisher's iris data set (150 flowers, 3 species).
 *
 * Fitted with scikit-learn 1.9 (`LogisticRegression(max_iter=5000, tol=1e-8)`, L2 penalty with C = 1) on all
 * rows and rounded to six decimals. It classifies 146 of the 150 rows correctly (97.3 %, the same as the mean of
 * a five-fold cross validation).
 */
const species: readonly {
  readonly weights: readonly number[];
  readonly intercept: number;
}[] = [
  { weights: [-0.423506, 0.96735, -2.517154, -1.079336], intercept: 9.84955 },
  { weights: [0.53446, -0.321589, -0.206392, -0.944297], intercept: 2.237217 },
  {
    weights: [-0.110954, -0.645761, 2.723546, 2.023633],
    intercept: -12.086767,
  },
];

/** The most probable species of one flower: 0 setosa, 1 versicolor, 2 virginica. */
export function classifyIris(features: readonly number[]): number {
  const scores = species.map(({ weights, intercept }) =>
    weights.reduce(
      (score, weight, index) => score + weight * (features[index] ?? 0),
      intercept,
    ),
  );
  return scores.indexOf(Math.max(...scores));
}
