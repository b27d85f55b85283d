import { HumanDuration } from '@backstage/types';

export interface Config {
  modelPublishing?: {
    /** Marks this installation's objects in the clusters. Default: "default". */
    instanceId?: string;
    /** Accounts for publishing, by cluster name. Without one, the token of the `kubernetes:` section is used. */
    clusters?: {
      [name: string]: {
        /** @visibility secret */
        serviceAccountToken?: string;
        /** File with the token; read again for each call. */
        serviceAccountTokenFile?: string;
      };
    };
    /** Gateways for published models; the first of a tenant's cluster is the default one. */
    gateways: Array<{
      name: string;
      /** Default: the first configured cluster. */
      cluster?: string;
      /** Where the Gateway and everything made for it lies; tenants have no rights there. */
      namespace: string;
      /** Name of the Gateway object. */
      gateway: string;
      /** Names of listeners. Default: all. */
      listeners?: string[];
      /** Scheme and port of public addresses. Default: https on 443. */
      baseUrl?: { scheme: 'http' | 'https'; port: number | string };
      hostnames: {
        default: string;
        /** Names, or wildcards such as "*.apps.example.org". */
        allowed: string[];
        /** Further names of single tenants, by tenant id. */
        perTenant?: { [tenant: string]: string[] };
      };
      /** Who checks keys. Default: gateway. */
      keyMode?: 'gateway';
      capabilities?: {
        /** Envoy Gateway has a rate limit service. Default: false. */
        globalRateLimit?: boolean;
      };
      /** Largest request body on OpenAI routes. Default: 20Mi. */
      bufferLimit?: string;
      /** Where this backend reaches the gateway. Default: the public address. */
      probeUrl?: string;
    }>;
    /** Namespaces and the Groups or Users that own them. */
    tenants?: Array<{ cluster?: string; namespace: string; owners: string[] }>;
    /** Groups and Users that may act for every tenant. */
    admins?: string[];
    /** Which owners a service principal stands for. */
    services?: Array<{ subject: string; owners: string[] }>;
    limits?: {
      /** Limits of publications that do not name their own. */
      defaults?: Limits;
      maxima?: Limits;
    };
    keys?: {
      /** What keys begin with. Default: mp. */
      prefix?: string;
    };
    timeouts?: {
      /** Of a request to a traditional model. Default: 60 seconds. */
      traditional?: HumanDuration;
    };
  };
}

interface Limits {
  requestsPerMinute?: number;
  requestsPerHour?: number;
  tokensPerHour?: number;
  burstLimit?: number;
}
