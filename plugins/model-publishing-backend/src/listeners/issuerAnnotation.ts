import { KubernetesObject } from '../cluster/defineResource';
import { GatewayListener } from '../cluster/resources/Gateway';
import { CustomHostname } from '../config/ModelPublishingConfig';

/** Annotations by which cert-manager is told of an issuer for a Gateway. */
const ANNOTATIONS = {
  ClusterIssuer: 'cert-manager.io/cluster-issuer',
  Issuer: 'cert-manager.io/issuer',
} as const;
export const ISSUER_ANNOTATIONS: string[] = Object.values(ANNOTATIONS);

/** The annotation that has cert-manager make the certificates of these hostnames; configuration has one issuer at most. */
export function issuerAnnotationOf(
  hostnames: CustomHostname[],
): Record<string, string> | undefined {
  const issuer = hostnames.find(({ certificate }) => certificate?.issuer)
    ?.certificate?.issuer;
  return issuer && { [ANNOTATIONS[issuer.kind]]: issuer.name };
}

/**
 * Why the annotation must not be set. cert-manager then makes a certificate for every listener of the Gateway that has
 * TLS and a hostname, into the Secret that the listener names (v1.20, gateway-shim): a Secret of the platform would get
 * another content.
 *
 * @param foreign - listeners that are not ours
 * @param held - annotations of ours
 */
export function issuerProblem(
  wanted: Record<string, string>,
  gateway: KubernetesObject,
  { foreign, held }: { foreign: GatewayListener[]; held: Set<string> },
): string | undefined {
  const { annotations = {} } = gateway.metadata;
  const isSet = Object.entries(wanted).every(
    ([name, value]) => annotations[name] === value,
  );
  const other = ISSUER_ANNOTATIONS.find(
    name =>
      annotations[name] !== undefined &&
      annotations[name] !== wanted[name] &&
      !held.has(name),
  );
  if (other) {
    return `the Gateway has the annotation ${other}: ${annotations[other]}, and cert-manager takes one issuer for all listeners; use that one in hostnames.custom, or another Gateway`;
  }
  const affected = foreign.find(hasCertificateOfItsOwn);
  return affected && !isSet
    ? `cert-manager would also make certificates for the platform's listener "${affected.name}" and replace those in its Secret; make the Secret of this hostname yourself and name it in hostnames.custom[].certificate.secret, or annotate the Gateway yourself`
    : undefined;
}

function hasCertificateOfItsOwn({
  protocol,
  hostname,
  tls,
}: GatewayListener): boolean {
  return (
    ['HTTPS', 'TLS'].includes(protocol) &&
    hostname !== undefined &&
    (tls?.mode ?? 'Terminate') === 'Terminate'
  );
}
