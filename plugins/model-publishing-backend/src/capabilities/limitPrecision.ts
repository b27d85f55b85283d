import {
  LimitName,
  LimitPrecision,
} from '@inference-portal/plugin-model-publishing-common';
import { areWindowsLocal, LimitSupport } from './LimitSupport';

/** How exactly a gateway keeps a limit. What may be asked for, what is warned of and what forms show follow from this. */
export function limitPrecision(
  limit: LimitName,
  support: LimitSupport,
): LimitPrecision {
  if (support.globalRateLimit === 'available') {
    return 'exact';
  }
  switch (limit) {
    case 'burstLimit':
      return 'approximate';
    case 'requestsPerMinute':
    case 'requestsPerHour':
      return areWindowsLocal(support) ? 'approximate' : support.globalRateLimit;
    case 'tokensPerHour':
      // Limits that each replica counts for itself know no costs.
      return support.globalRateLimit;
    default:
      throw new Error(`Unexpected limit ${limit satisfies never}`);
  }
}
