/** One model behind one rule of an AIGatewayRoute, as the AI Gateway's external processor knows it. */
export interface AiModel {
  /** `<namespace>/<name>` of the AIGatewayRoute, and of its generated HTTPRoute. */
  readonly route: string;
  readonly ruleIndex: number;
  /** Empty: any. */
  readonly hostnames: readonly string[];
  /** What clients may call it: the Exact values of its rule. */
  readonly modelNames: readonly string[];
  readonly ownedBy: string;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly backend: {
    /** First segments of the paths of the model server, without slashes at the ends. */
    readonly schemaPrefix: string;
    /** What the model server calls it; absent: as the client does. */
    readonly modelNameOverride?: string;
    /** What of a request the model server is not to see. */
    readonly removedHeaders: readonly string[];
  };
  readonly costs: readonly {
    readonly metadataKey: string;
    readonly type: string;
  }[];
}
