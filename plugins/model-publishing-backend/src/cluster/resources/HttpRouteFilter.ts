import { defineResource } from '../defineResource';

/** An answer that the gateway gives by itself. */
export interface HttpRouteFilterSpec {
  directResponse: {
    statusCode: number;
    contentType: string;
    body: { type: 'Inline'; inline: string };
  };
}

export const HttpRouteFilter = defineResource<HttpRouteFilterSpec>({
  group: 'gateway.envoyproxy.io',
  version: 'v1alpha1',
  kind: 'HTTPRouteFilter',
  plural: 'httproutefilters',
});
