type Json = unknown;

function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const identities = ['type', 'name', 'ancestorRef', 'parentRef'] as const;

function counterpart(item: Json, previous: readonly Json[]): Json {
  const field = identities.find(key => isRecord(item) && key in item);
  return previous.find(
    candidate =>
      field !== undefined &&
      isRecord(item) &&
      isRecord(candidate) &&
      JSON.stringify(item[field]) === JSON.stringify(candidate[field]),
  );
}

/**
 * Adds `lastTransitionTime` to every condition of a status: the earlier one where the condition's status is what it
 * was, else `now`.
 */
export function withTransitionTimes(
  status: Json,
  previous: Json,
  now: string,
): Json {
  if (Array.isArray(status)) {
    const before = Array.isArray(previous) ? previous : [];
    return status.map(item =>
      withTransitionTimes(item, counterpart(item, before), now),
    );
  }
  if (!isRecord(status)) {
    return status;
  }
  const before = isRecord(previous) ? previous : {};
  const entries = Object.entries(status).map(([key, value]) => [
    key,
    withTransitionTimes(value, before[key], now),
  ]);
  const isCondition = 'type' in status && 'reason' in status;
  const kept =
    before.status === status.status ? before.lastTransitionTime : undefined;
  return {
    ...Object.fromEntries(entries),
    ...(isCondition ? { lastTransitionTime: kept ?? now } : {}),
  };
}
