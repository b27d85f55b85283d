import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Publishing of KServe models through Envoy Gateway. All problems are listed together when the backend starts. */
  modelPublishing?: {
    /**
     * Marks this installation's objects in the clusters; those of another instance are neither repaired nor removed.
     * Usable as a label value. Default: "default".
     */
    instanceId?: string;
    /**
     * What is to be known of single clusters, by name: the account for publishing, in at most one of the two keys, and
     * how KServe is set up. Without an account, the token of the `kubernetes:` section is used, which the Kubernetes
     * plugin's proxy lends to portal users.
     */
    clusters?: {
      [name: string]: {
        /**
         * Bearer token of the account.
         * @visibility secret
         */
        serviceAccountToken?: string;
        /** File with the token; read again for each call, because Kubernetes replaces mounted tokens. */
        serviceAccountTokenFile?: string;
        /**
         * The Service that models in Knative mode are reached through; one that leads elsewhere is not published.
         * Default: knative-local-gateway in istio-system, port 80, as KServe has it.
         */
        knativeLocalGateway?: {
          namespace: string;
          service: string;
          /** Default: 80. */
          port?: number | string;
        };
        /**
         * Look at ClusterServingRuntimes too when the type of a model is detected. Needs the ClusterRole that
         * examples/kubernetes/rbac.yaml names. Default: false.
         */
        clusterServingRuntimes?: boolean;
        /** Where usage is counted. Default: nowhere, so that it is not known. See docs/configuration.md. */
        prometheus?: {
          /** Of anything that answers as Prometheus does below `/api/v1`; http or https, with or without a path. */
          url: string;
          /**
           * Sent as a bearer token. At most one of this, bearerTokenFile, basic, and a header Authorization.
           * @visibility secret
           */
          bearerToken?: string;
          /** File with the token; read again for each query, because mounted tokens are replaced. */
          bearerTokenFile?: string;
          basic?: {
            username: string;
            /** @visibility secret */
            password: string;
          };
          /**
           * Further headers, such as X-Scope-OrgID.
           * @deepVisibility secret
           */
          headers?: { [name: string]: string };
          /** File with the certificates of those that may have issued the server's, in PEM. Default: Node's own. */
          caFile?: string;
          /** The same in base64. */
          caData?: string;
          /** Name that the certificate has to be for. Default: the host of the url. */
          serverName?: string;
          /** Whether any certificate will do. Default: false. */
          skipTLSVerify?: boolean;
          /** Labels that only this cluster's series have, where several clusters share a Prometheus. Default: none. */
          selectors?: { [label: string]: string };
          /** Of one query: 1 to 60 seconds. Default: 10 seconds. */
          timeout?: HumanDuration | string;
        };
      };
    };
    /** Gateways that are dedicated to published models; the first of a tenant's cluster is its default one. */
    gateways: Array<{
      /** Name in this portal, unique. */
      name: string;
      /** Name in `kubernetes.clusterLocatorMethods`. Default: the first one there. */
      cluster?: string;
      /** Where the Gateway and everything made for it lies; tenants have no rights there. */
      namespace: string;
      /** Name of the Gateway object. */
      gateway: string;
      /** Names of the listeners that models are published on. Default: all. */
      listeners?: string[];
      /** Scheme and port of public addresses. Default: https on 443. */
      baseUrl?: { scheme: 'http' | 'https'; port: number | string };
      /** Hostnames that models may be published under. */
      hostnames: {
        /** Of publications that name none; among the allowed ones. */
        default: string;
        /** Names, or wildcards such as "*.apps.example.org", for all tenants. */
        allowed: string[];
        /** Further names or wildcards of single tenants, by tenant id. */
        perTenant?: { [tenant: string]: string[] };
        /**
         * Hostnames (or wildcards) among the allowed ones for OpenAI-compatible models that need no key; such models
         * are published there only, and others never there. Needs authentication.allowAnonymous.
         */
        anonymous?: string[];
        /**
         * Hostnames that the Gateway gets a listener for, while something is published there; at most 60. None of them
         * may overlap with the names above.
         */
        custom?: Array<{
          /** A name, or a wildcard such as "*.acme.example" for all names below. */
          hostname: string;
          /** Ids of the tenants that may use it. Default: all. */
          tenants?: string[];
          /** Of the listener, and of public addresses. Default: 443 with a certificate, 80 without. */
          port?: number | string;
          /** Needed unless clients come by http (`baseUrl.scheme`). */
          certificate?: {
            /**
             * Name of the Secret (kubernetes.io/tls) in the gateway's namespace. Default with cert-manager: one of its
             * own.
             */
            secret?: string;
            /**
             * Has cert-manager make the Secret, by an annotation of the Gateway. Then it has to make those of all custom
             * hostnames of the gateway, by one issuer.
             */
            certManager?: { clusterIssuer?: string; issuer?: string };
          };
          /**
           * Where this backend itself reaches the listener, http or https. Default: the gateway's `probeUrl` if scheme
           * and port are those of `baseUrl`, else the public address.
           */
          probeUrl?: string;
        }>;
      };
      /** Who checks keys: `gateway` is Envoy itself. Default: gateway. */
      keyMode?: 'gateway';
      /** What this Envoy Gateway is able to do. */
      capabilities?: {
        /**
         * Whether it has a rate limit service; without one, limits per minute and hour are refused. `detect` asks it,
         * by a policy of which nothing reaches Envoy. Default: detect.
         */
        globalRateLimit?: boolean | 'detect';
        /**
         * Whether AI Gateway runs with `metricsRequestHeaderAttributes: x-client-id:client.id`, so that its metrics say
         * which key was used. Without it, a model name is given once on the whole gateway. Default: false.
         */
        clientIdMetrics?: boolean;
      };
      /** Largest request body on OpenAI routes, in Ki, Mi or Gi. Default: 20Mi. */
      bufferLimit?: string;
      /**
       * What Envoy Gateway may hand to the AI Gateway in one message, in Ki, Mi or Gi: the smaller one of
       * `extensionManager.maxMessageSize` there and `maxRecvMsgSize` here. Nothing is published beyond it, because Envoy
       * Gateway would not take any change any more. No effect without an AI Gateway. Default: 4Mi, as both have it.
       */
      extensionMessageSize?: string;
      /** Where this backend itself reaches the gateway, http or https. Default: the public address. */
      probeUrl?: string;
    }>;
    /** Namespaces with models, and who owns them. The namespace is the tenant's id. */
    tenants?: Array<{
      /** Name in `kubernetes.clusterLocatorMethods`. Default: the first one there. */
      cluster?: string;
      /** Never the namespace of a gateway. */
      namespace: string;
      /** Refs of Groups and Users; members of Groups below own the tenant too. */
      owners: string[];
    }>;
    /** Refs of Groups and Users that may act for every tenant. */
    admins?: string[];
    /** Which owners a service principal stands for. */
    services?: Array<{
      /** Such as "external:ci". `plugin:*` is refused: any token that passes through a plugin arrives as that. */
      subject: string;
      /** Refs of Groups and Users. */
      owners: string[];
    }>;
    /** How owners and members are known. See docs/permissions.md. */
    tenancy?: {
      /**
       * `catalog`: a user's Groups are those of the catalog, nested ones too. `token`: of these only those that the
       * sign-in token names as well. Default: catalog.
       */
      membership?: 'catalog' | 'token';
      /** Groups may name tenants by the annotation `inference-portal.io/tenants`. */
      groupAnnotation?: {
        /**
         * Values of `backstage.io/managed-by-origin-location` whose Groups count; one that ends in `/*` stands for
         * everything below it. Default: none, so that no annotation counts.
         */
        trustedLocations?: string[];
      };
    };
    /** Limits of single publications. */
    limits?: {
      /** Of publications that do not name their own; within the maxima. */
      defaults?: Limits;
      /** Highest values that a publication may have. Default: none. */
      maxima?: Limits;
      /**
       * Gateways without a rate limit service may keep limits per minute and hour by local counters: of each replica
       * and listener, and from the beginning again with any change of the listener's routes. Default: false.
       */
      approximate?: boolean;
    };
    /** API keys. */
    keys?: {
      /** What keys begin with: 2 to 16 characters of a-z and 0-9, a letter first. Default: mp. */
      prefix?: string;
      /** Whether the owners of a key may see it again; audited. Default: owners. */
      reveal?: 'owners' | 'never';
      /** Longest life of a key, such as "365d"; every key then ends at the latest after it. Default: keys need not end. */
      maxExpiry?: string;
      /** How long a replaced key goes on working: "now", or a number with m, h or d. */
      grace?: {
        /** When the caller names none. Default: 24h. */
        default?: string;
        /** Longest that a caller may ask for. Default: 30d. */
        maximum?: string;
      };
    };
    /** How long the gateway waits for a model. */
    timeouts?: {
      /** Traditional models: whole seconds, at most one hour. Default: 60 seconds. */
      traditional?: HumanDuration | string;
      /** OpenAI-compatible models, streams included; likewise. Default: 600 seconds. */
      openai?: HumanDuration | string;
    };
    /** How usage is counted in the clusters that have a `prometheus`. */
    usage?: {
      /** Between two readings: 5 seconds to 5 minutes. Default: 10 seconds. */
      interval?: HumanDuration | string;
      /** How long after a scrape all of its samples can be read: 0 to 10 minutes. Default: 0. */
      delay?: HumanDuration | string;
      /** How long amounts are kept, at most ten years each. Totals are kept as long as the publication. */
      retention?: {
        /** By the minute: at least 2 hours. Default: 2 days. */
        minutes?: HumanDuration | string;
        /** By the hour: at least 2 days, and not shorter than minutes. Default: 90 days. */
        hours?: HumanDuration | string;
        /** By the UTC day: at least 30 days, and not shorter than hours. Default: 730 days. */
        days?: HumanDuration | string;
      };
    };
    authentication?: {
      /** Whether tenants may publish models that everybody can call without a key. Default: false. */
      allowAnonymous?: boolean;
    };
    openai?: {
      /**
       * Who sees `GET /v1/models`, the names of all models of a hostname: nobody, or everybody with a key for one of
       * them. Default: closed.
       */
      listModels?: 'closed' | 'host';
      /**
       * Ask the server of a model whether it speaks OpenAI's protocol, when a request does not say and nothing about the
       * model tells (custom containers). Needs a backend that reaches the Services of models. Default: false.
       */
      liveProbe?: boolean;
    };
  };
}

interface Limits {
  /** Requests in one clock minute. */
  requestsPerMinute?: number;
  /** Requests in one clock hour. */
  requestsPerHour?: number;
  /** Tokens, as reported by the model, in one clock hour (OpenAI-compatible models). */
  tokensPerHour?: number;
  /** Requests in one second. */
  burstLimit?: number;
}
