import { UsageStep } from '@inference-portal/plugin-model-publishing-common';
import { UsageMeasure } from '@inference-portal/plugin-model-publishing-node';

/** What has been counted of one publication since it was published. */
export interface UsageTotals {
  /** Requests that reached the model. */
  requests: number;
  /** The same, on the UTC day of the question. */
  requestsToday: number;
  /** Refused by the global rate limiter; they never reached the model. */
  rateLimited: number;
  /** Input and output tokens; undefined when none was ever counted. */
  tokens: number | undefined;
  /** Of the last scrape that has seen a new request. */
  lastAccessAt: Date | undefined;
}

/** The same of some tenants' keys alone, as far as series tell keys apart. */
export interface TenantUsageTotals {
  /** As the access log has them, refused ones included; undefined where there is no count of the access log. */
  calls: number | undefined;
  callsToday: number | undefined;
  tokens: number | undefined;
  lastAccessAt: Date | undefined;
}

/** An amount of one span. */
export interface UsageAmount {
  /** Beginning of the span. */
  start: Date;
  measure: UsageMeasure;
  /** HTTP status, or type of token; empty where the measure has none, or where they are added up. */
  detail: string;
  /** Tenant of the key; empty where it is not known, or where they are added up. */
  tenant: string;
  /** Id of the key; empty where it is not known, or where they are added up. */
  keyId: string;
  amount: number;
}

export interface UsageQuery {
  /** Uid of the publication. */
  uid: string;
  /** Beginning of the first span, ... */
  from: Date;
  /** ... and end of the last. */
  to: Date;
  step: UsageStep;
  measures: UsageMeasure[];
  /** What is told apart; other amounts of one span and measure are added up. */
  by: Array<'detail' | 'tenant' | 'keyId'>;
  /** Of keys of these tenants only. */
  tenants?: string[];
  /** The most amounts that are of use; of more, some are left out. */
  limit: number;
}

/** How far the usage of a cluster has been counted. */
export interface UsageCoverage {
  /** What was scraped before is not counted; undefined before the first scrape that was read. */
  since: Date | undefined;
  /** What was scraped up to then is counted: the last scrape that was read. */
  asOf: Date | undefined;
  /** When the source has last answered. */
  collectedAt: Date | undefined;
  /** Why it does not answer; undefined when it does. */
  problem: string | undefined;
}

/** Reads what has been counted. Each question is one statement for any number of publications. */
export interface UsageStore {
  /** By uid; publications of which nothing was counted are missing. */
  totalsOf(uids: string[], now: Date): Promise<Map<string, UsageTotals>>;
  /** By uid; of keys of some tenants only. */
  totalsOfTenants(
    uids: string[],
    tenants: string[],
    now: Date,
  ): Promise<Map<string, TenantUsageTotals>>;
  /** By time. Spans without any amount are missing. Tokens are input and output, unless types are told apart. */
  amounts(query: UsageQuery): Promise<UsageAmount[]>;
  /** When keys were seen in use last, by their ids; those that were never seen are missing. */
  lastUseOfKeys(uid: string): Promise<Map<string, Date>>;
  /** undefined before anybody has tried to collect. */
  coverageOf(cluster: string): Promise<UsageCoverage | undefined>;
}
