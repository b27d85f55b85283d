import { overlap } from '../publications/isAmong';
import { CustomHostname, GatewayConfig } from './ModelPublishingConfig';

/** The most listeners that a Gateway is given in sum; Gateway API allows 64. */
export const LISTENERS_MAX = 60;

interface PlacedProblem {
  /** Path behind `hostnames.custom`. */
  at: string;
  problem: string;
}

/** What is wrong between the entries of `hostnames.custom` of a gateway, and between them and the rest. */
export function customHostnameProblems(
  gateway: GatewayConfig,
  isKnownTenant: (id: string) => boolean,
): PlacedProblem[] {
  const { custom } = gateway.hostnames;
  return [
    ...(custom.length > LISTENERS_MAX
      ? [
          {
            at: '',
            problem: `must have at most ${LISTENERS_MAX} entries, each of which is a listener of the Gateway`,
          },
        ]
      : []),
    ...custom.flatMap((entry, index) => [
      ...hostnameProblems(entry, index, gateway),
      ...certificateProblems(entry, index, gateway),
      ...(entry.tenants ?? [])
        .filter(id => !isKnownTenant(id))
        .map(id => ({
          at: `[${index}].tenants`,
          problem: `"${id}" is no tenant`,
        })),
    ]),
  ];
}

function hostnameProblems(
  { hostname, port, certificate }: CustomHostname,
  index: number,
  { hostnames: { custom, allowed, perTenant } }: GatewayConfig,
): PlacedProblem[] {
  const earlier = custom.slice(0, index);
  const others = Object.entries({
    'hostnames.allowed': allowed,
    ...Object.fromEntries(
      Object.entries(perTenant).map(([id, names]) => [
        `hostnames.perTenant.${id}`,
        names,
      ]),
    ),
  });
  const problems: PlacedProblem[] = others
    .filter(([, names]) => names.some(name => overlap(name, hostname)))
    .map(([place]) => ({
      at: `[${index}].hostname`,
      problem: `"${hostname}" overlaps with ${place}, whose names are those of the platform's own listeners`,
    }));
  if (earlier.some(other => other.hostname === hostname)) {
    problems.push({
      at: `[${index}].hostname`,
      problem: `"${hostname}" is configured twice`,
    });
  }
  const isMixed = earlier.some(
    other =>
      other.port === port &&
      Boolean(other.certificate) !== Boolean(certificate),
  );
  if (isMixed) {
    problems.push({
      at: `[${index}].port`,
      problem: `${port} cannot be for HTTP and for HTTPS`,
    });
  }
  return problems;
}

/** What one annotation of the Gateway says counts for all listeners with TLS (cert-manager 1.21, gateway-shim). */
function certificateProblems(
  { certificate }: CustomHostname,
  index: number,
  { baseUrl, hostnames: { custom } }: GatewayConfig,
): PlacedProblem[] {
  const at = `[${index}].certificate`;
  if (!certificate) {
    return baseUrl.scheme === 'https'
      ? [{ at, problem: 'is missing; this gateway is reached by https' }]
      : [];
  }
  const { issuer } = certificate;
  const first = custom.find(entry => entry.certificate?.issuer)?.certificate
    ?.issuer;
  if (!first) {
    return [];
  }
  if (!issuer) {
    return [
      {
        at: `${at}.certManager`,
        problem: `is missing; cert-manager issues certificates for all listeners of a Gateway or for none, and would replace the content of Secret "${certificate.secret}"`,
      },
    ];
  }
  return issuer.kind === first.kind && issuer.name === first.name
    ? []
    : [
        {
          at: `${at}.certManager`,
          problem: `must be the ${first.kind} "${first.name}", too; a Gateway has one issuer`,
        },
      ];
}
