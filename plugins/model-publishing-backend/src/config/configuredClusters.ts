import { Config } from '@backstage/config';
import { z } from 'zod';

/** The clusters that the `kubernetes:` section names. */
export interface ConfiguredClusters {
  /** In their order; the first is the default one. */
  names: string[];
  /** Whether these are all there are. Otherwise a name that is not among them may still be right. */
  complete: boolean;
}

const locatorsSchema = z.array(
  z.object({
    type: z.string(),
    clusters: z.array(z.object({ name: z.string() })).default([]),
  }),
);

/**
 * Reads the names of clusters. Those of the catalog, of GKE or of a connector of another plugin are known only while
 * the backend runs; mistakes in that section are for its own plugin to report.
 */
export function configuredClusters(config: Config): ConfiguredClusters {
  const locators = locatorsSchema.safeParse(
    config.getOptional('kubernetes.clusterLocatorMethods'),
  );
  if (!locators.success) {
    return { names: [], complete: false };
  }
  const found = locators.data.map(({ type, clusters }) => {
    switch (type) {
      case 'config':
        return clusters.map(({ name }) => name);
      case 'localKubectlProxy':
        return ['local'];
      default:
        return undefined;
    }
  });
  return {
    names: found.flatMap(names => names ?? []),
    complete: !found.includes(undefined),
  };
}
