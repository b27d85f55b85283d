import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { isFresh } from './freshness';
import { MembershipReader } from './MembershipReader';

const CACHE_ENTRIES = 10_000;

interface CachedClaims {
  /** Milliseconds since the epoch. */
  readAt: number;
  claims: Promise<string[]>;
}

/**
 * Reads memberships from the catalog as identity data, with the plugin's own credentials: the sign-in's own claims
 * date from sign-in and hold direct memberships only.
 */
export class CatalogMembershipReader implements MembershipReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clock: () => Date;
  readonly #logger: LoggerService;
  /** The oldest first. */
  readonly #cache = new Map<string, CachedClaims>();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: () => Date;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  claimsOf(userRef: string): Promise<string[]> {
    const now = this.#clock().getTime();
    const cached = this.#cache.get(userRef);
    if (cached && isFresh(cached.readAt, now)) {
      return cached.claims;
    }
    // Age counts from the start of the reading, so that a slow answer is not believed for longer.
    const entry: CachedClaims = {
      readAt: now,
      claims: this.#read(userRef).catch(error => {
        this.#logger.warn(`The Groups of ${userRef} cannot be read: ${error}`);
        if (this.#cache.get(userRef) === entry) {
          this.#cache.delete(userRef);
        }
        throw new ServiceUnavailableError(
          'Your Groups cannot be read from the catalog right now; try again in a moment',
        );
      }),
    };
    this.#cache.delete(userRef);
    this.#forgetOldest();
    this.#cache.set(userRef, entry);
    return entry.claims;
  }

  /** Breadth first, one request for each level of nesting; Groups that were seen are not read again. */
  async #read(userRef: string): Promise<string[]> {
    const seen = new Set([userRef]);
    let level = await this.#targetsOf([userRef], RELATION_MEMBER_OF);
    while (level.length > 0) {
      const fresh = [...new Set(level)].filter(ref => !seen.has(ref));
      fresh.forEach(ref => seen.add(ref));
      level =
        fresh.length > 0 ? await this.#targetsOf(fresh, RELATION_CHILD_OF) : [];
    }
    return [...seen];
  }

  async #targetsOf(entityRefs: string[], relation: string): Promise<string[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['relations'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.flatMap(entity => relationTargets(entity, relation));
  }

  #forgetOldest(): void {
    const [oldest] = this.#cache.keys();
    if (oldest !== undefined && this.#cache.size >= CACHE_ENTRIES) {
      this.#cache.delete(oldest);
    }
  }
}

function relationTargets(
  entity: Entity | undefined,
  relation: string,
): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLowerCase());
}
