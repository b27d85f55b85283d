import { RouteDraft } from './GatewayConfiguration';

const pathRank = { Exact: 2, RegularExpression: 1, PathPrefix: 0 } as const;

function precedence({ match }: RouteDraft): readonly number[] {
  const { type, value } = match.path;
  return [
    pathRank[type],
    type === 'PathPrefix' && value === '/' ? 0 : value.length,
    match.headers.length + (match.method ? 1 : 0),
    match.headers.filter(header => header.type === 'Exact').length +
      (match.method ? 1 : 0),
  ];
}

/**
 * Routes in the order in which Envoy tries them: exact before regular expression before prefix, longer before
 * shorter, more header matches before fewer (a method counts as one), else in the order of the objects.
 */
export function byPrecedence(drafts: readonly RouteDraft[]): RouteDraft[] {
  const ranked = drafts.map(draft => ({ draft, rank: precedence(draft) }));
  ranked.sort((a, b) => {
    const differences = a.rank.map(
      (rank, index) => (b.rank[index] ?? 0) - rank,
    );
    return differences.find(difference => difference !== 0) ?? 0;
  });
  return ranked.map(({ draft }) => draft);
}
