import { Verdict } from './Verdict';

const REPAIRED =
  'It is put back by itself within seconds; if it stays like this, look at the log of the portal';
const GATEWAY_SILENT =
  'Usually a matter of a second; if it stays like this, look whether Envoy Gateway runs and whether the Gateway exists';
const LISTENERS =
  'Compare the listeners of the Gateway with modelPublishing.gateways[].listeners and its hostnames';

const CERTIFICATE =
  "Put certificate and key into the Secret that the message names, of type kubernetes.io/tls and in the Gateway's namespace; where cert-manager is to make it, look at the Certificate of that name";

const BY_REASON: Partial<Record<string, string>> = {
  ModelMissing: 'Deploy the model again, or unpublish it',
  ModelNotReady:
    'Look at the InferenceService (kubectl describe inferenceservice) and at the log of its pods',
  ModeUnsupported:
    'Deploy the model with the annotation serving.kserve.io/deploymentMode: Standard or Knative',
  ProtocolUnsupported: 'Set protocolVersion v1 or v2; gRPC cannot be published',
  ServedNameUnsafe: 'Give --model_name letters, digits, ".", "_" and "-" only',
  NameUnsafe: 'Deploy the model under another name',
  ServiceMissing:
    'KServe makes it when the model is ready; if it was deleted, restart the rollout of the model',
  ServiceExternal: 'Delete this Service, so that KServe can make its own',
  ServiceNotLocalGateway:
    'Delete this Service, so that Knative can make its own; if it does not help, compare modelPublishing.clusters.<name>.knativeLocalGateway with the cluster',
  ServiceForeign: 'Delete this Service, so that KServe can make its own',
  ServiceByHand: 'Delete this Service, so that KServe can make its own',
  ServicePortMissing:
    'The Service must have the port that KServe gives it; delete it, so that KServe can make it again',
  ServiceTls:
    'Turn enableLLMInferenceServiceTLS off in the ingress configuration of KServe',
  GuardIncomplete:
    "Add to the platform's own policy on the Gateway what the message names",
  ObjectMissing: REPAIRED,
  Changed: REPAIRED,
  BackendNotFound: REPAIRED,
  NoStatus: GATEWAY_SILENT,
  Outdated: GATEWAY_SILENT,
  ClusterAway:
    "Look whether the cluster's API server runs and can be reached from the portal. Published models keep working meanwhile",
  ClusterUnread:
    'Look at the log of the portal: it says what keeps it from reading the cluster, such as a wrong address, a wrong token, or rights that are missing (examples/kubernetes/rbac.yaml)',
  ListenerMissing:
    'Add the listener to the Gateway, or correct modelPublishing.gateways[].listeners',
  DefaultsRefused:
    'Configure a rate limit service for Envoy Gateway, or take these limits out of modelPublishing.limits.defaults; limits.approximate: true is enough for those per minute and hour',
  LimiterUnknown: GATEWAY_SILENT,
  NoRoom:
    'Unpublish models or revoke keys that nobody needs, or raise extensionManager.maxMessageSize in Envoy Gateway, maxRecvMsgSize in the AI Gateway, and then modelPublishing.gateways[].extensionMessageSize',
  NotCollected:
    'Usually a matter of a minute; if it stays like this, look whether Prometheus scrapes the Envoys of this gateway, and at the log of the portal',
  UsageAway:
    'Published models keep working, and what was not counted is counted later as long as Prometheus keeps it. The message says what to look at',
  GatewayMissing: 'Create the Gateway, or correct modelPublishing.gateways[]',
  AddressNotAssigned: 'The Gateway waits for an address from its load balancer',
  Conflicted:
    'Another policy of this kind targets the same route and is older; remove it',
  Overridden:
    'A policy on a rule of this route takes the place of this one; remove it',
  TargetNotFound: GATEWAY_SILENT,
  InvalidCertificateRef: CERTIFICATE,
  CertificateRefused:
    'Put a valid certificate for the hostname into its Secret. If its issuer is one of your own, name that in NODE_EXTRA_CA_CERTS of the portal; clients have to trust it, too',
  ListenerRefused:
    'The message says what is in the way; the listener is made as soon as that is gone',
  HostnameConflict:
    'Another listener of the Gateway has the same hostname and port; remove it',
  ProtocolConflict:
    'Another listener of the Gateway has the port for another protocol; give the hostname another port in hostnames.custom',
  NoMatchingParent: LISTENERS,
  NoMatchingListenerHostname: LISTENERS,
  NotAllowedByListeners:
    "The Gateway's listeners must admit routes of this namespace (allowedRoutes)",
  KeysLost:
    'Keys were deleted from the credentials by hand; rotate them to get new ones',
  NoKeys: 'Rotate the key to get one',
};

/** What the texts of Invalid policies have to say; every one of them makes the gateway answer 500 (stack-proof 3, 6). */
const BY_MESSAGE: Array<[RegExp, string]> = [
  [/certificate refs?\b/i, CERTIFICATE],
  [
    /enable ratelimit/i,
    'Configure a rate limit service for Envoy Gateway. Without one, take the limits per minute and hour out of this publication, or set modelPublishing.limits.approximate: true, with capabilities.globalRateLimit: detect for this gateway',
  ],
  [
    /duplicated api key/i,
    'Remove entries that were written into the credentials Secret by hand',
  ],
  [/secret .+ does not exist/i, REPAIRED],
  [/cel/i, 'The gateway must be Envoy Gateway 1.9 or newer'],
];

/** What to do about a verdict; undefined when there is nothing to do. */
export function adviceFor({
  status,
  reason,
  message,
}: Verdict): string | undefined {
  const byMessage =
    status === 'False' &&
    BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  return (
    byMessage ||
    (BY_REASON[reason] ??
      (status === 'False'
        ? 'The message is what the gateway says; look at the object with kubectl describe'
        : undefined))
  );
}
