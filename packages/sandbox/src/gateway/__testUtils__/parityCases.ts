import { aiGuardCases } from './aiGuardCases';
import { aiLimitCases } from './aiLimitCases';
import { aiStatusCases } from './aiStatusCases';
import { aiTrapCases } from './aiTrapCases';
import { authorizationCases } from './authorizationCases';
import { combinedLimitCases } from './combinedLimitCases';
import { generatedRouteCases } from './generatedRouteCases';
import { globalLimitCases } from './globalLimitCases';
import { guardCases } from './guardCases';
import { keyCases } from './keyCases';
import { localLimitCases } from './localLimitCases';
import { routeStatusCases } from './routeStatusCases';
import { routingCases } from './routingCases';
import { ParityCase } from './ParityCase';

/** What Envoy Gateway does by itself. */
export const plainCases: readonly ParityCase[] = [
  routingCases,
  routeStatusCases,
  keyCases,
  authorizationCases,
  guardCases,
  localLimitCases,
  globalLimitCases,
  combinedLimitCases,
].flat();

/** What it does together with Envoy AI Gateway. */
export const aiCases: readonly ParityCase[] = [
  generatedRouteCases,
  aiStatusCases,
  aiGuardCases,
  aiTrapCases,
  aiLimitCases,
].flat();
