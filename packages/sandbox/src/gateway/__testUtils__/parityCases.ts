import { authorizationCases } from './authorizationCases';
import { combinedLimitCases } from './combinedLimitCases';
import { globalLimitCases } from './globalLimitCases';
import { guardCases } from './guardCases';
import { keyCases } from './keyCases';
import { localLimitCases } from './localLimitCases';
import { routeStatusCases } from './routeStatusCases';
import { routingCases } from './routingCases';
import { ParityCase } from './ParityCase';

/** The whole table. */
export const parityCases: readonly ParityCase[] = [
  routingCases,
  routeStatusCases,
  keyCases,
  authorizationCases,
  guardCases,
  localLimitCases,
  globalLimitCases,
  combinedLimitCases,
].flat();
