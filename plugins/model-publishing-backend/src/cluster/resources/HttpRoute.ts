import { defineResource } from '../defineResource';
import { Condition } from './Condition';

export type HttpRouteFilterRef =
  | {
      type: 'URLRewrite';
      urlRewrite: {
        hostname?: string;
        path: { type: 'ReplaceFullPath'; replaceFullPath: string };
      };
    }
  | {
      type: 'RequestHeaderModifier';
      requestHeaderModifier: { remove: string[] };
    }
  | {
      type: 'ExtensionRef';
      extensionRef: { group: string; kind: string; name: string };
    };

export interface HttpRouteRule {
  name: string;
  matches: Array<{
    path: { type: 'Exact'; value: string };
    /** All when left out. */
    method?: 'GET' | 'POST';
  }>;
  filters?: HttpRouteFilterRef[];
  backendRefs?: Array<{ group: string; kind: string; name: string }>;
  timeouts?: { request: string };
}

export interface HttpRouteSpec {
  parentRefs: Array<{
    group: string;
    kind: string;
    name: string;
    sectionName?: string;
  }>;
  hostnames: string[];
  rules: HttpRouteRule[];
}

export interface HttpRouteStatus {
  parents?: Array<{
    parentRef: { name: string; sectionName?: string };
    controllerName: string;
    conditions?: Condition[];
  }>;
}

export const HttpRoute = defineResource<HttpRouteSpec, HttpRouteStatus>({
  group: 'gateway.networking.k8s.io',
  version: 'v1',
  kind: 'HTTPRoute',
  plural: 'httproutes',
});
