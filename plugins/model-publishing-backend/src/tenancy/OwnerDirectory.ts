import { AuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Knows which owners of tenants there are. */
export interface OwnerDirectory {
  /**
   * Those of the refs that are in the catalog.
   *
   * @throws ServiceUnavailableError when the catalog is away
   */
  existing(refs: string[]): Promise<Set<string>>;
}

export class CatalogOwnerDirectory implements OwnerDirectory {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async existing(refs: string[]): Promise<Set<string>> {
    const entityRefs = [...new Set(refs)];
    if (entityRefs.length === 0) {
      return new Set();
    }
    const credentials = await this.#auth.getOwnServiceCredentials();
    try {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      return new Set(entityRefs.filter((_, index) => items[index]));
    } catch (error) {
      throw new ServiceUnavailableError(
        'The owners of tenants cannot be read from the catalog right now; try again in a moment',
        error,
      );
    }
  }
}
