import { Condition } from './Condition';

/** Status of Envoy Gateway's policies: one entry for each Gateway or listener that they reach. */
export interface PolicyStatus {
  ancestors?: Array<{
    ancestorRef: {
      kind?: string;
      namespace?: string;
      name: string;
      sectionName?: string;
    };
    controllerName: string;
    conditions?: Condition[];
  }>;
}

/** What a policy applies to, in its own namespace. */
export interface PolicyTarget {
  group: string;
  kind: string;
  name: string;
  sectionName?: string;
}
