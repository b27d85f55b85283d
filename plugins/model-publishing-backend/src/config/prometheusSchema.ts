import { z } from 'zod';
import { durationBetween } from './durationBetween';
import {
  authorizationOf,
  prometheusAuthorizationShape,
} from './prometheusAuthorizationSchema';

/** What says how a query is sent. */
const OWN_HEADERS =
  /^(accept|connection|content-length|content-type|expect|host|transfer-encoding)$/i;

const headersSchema = recordOf(
  z.string().regex(/^[\x20-\x7e]*$/, 'must be printable ASCII'),
  name => {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) {
      return 'is not the name of a header';
    }
    return OWN_HEADERS.test(name) ? 'is set by the portal itself' : undefined;
  },
);

/** Two leading underscores are Prometheus' own. */
const LABEL_NAME = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;

const selectorsSchema = recordOf(z.string(), name =>
  LABEL_NAME.test(name) ? undefined : 'is not the name of a label',
);

/** Where the counters of a cluster's gateways are asked for. */
export const prometheusSchema = z
  .strictObject({
    url: z
      .string()
      .refine(isBaseAddress, {
        message:
          'must be http or https, host, port and path only, such as "https://prometheus.example.org/prometheus"',
      })
      .transform(value => new URL(value).href.replace(/\/+$/, '')),
    ...prometheusAuthorizationShape,
    headers: headersSchema,
    caFile: z.string().min(1).optional(),
    caData: z
      .string()
      .refine(isCertificateData, {
        message:
          'must be PEM certificates in base64, as in the kubernetes section',
      })
      .optional(),
    serverName: z.string().min(1).optional(),
    skipTLSVerify: z.boolean().default(false),
    selectors: selectorsSchema,
    timeout: durationBetween('1s', '60s').prefault('10s'),
  })
  .refine(
    ({ bearerToken, bearerTokenFile, basic, headers }) =>
      [bearerToken, bearerTokenFile, basic, authorizationIn(headers)].filter(
        way => way !== undefined,
      ).length <= 1,
    {
      message:
        'must have only one of bearerToken, bearerTokenFile, basic and a header Authorization',
    },
  )
  .refine(({ caFile, caData }) => !(caFile && caData), {
    message: 'must have caFile or caData, not both',
  })
  .transform(settings => ({
    url: settings.url,
    authorization: authorizationOf(settings),
    headers: settings.headers,
    tls: {
      caFile: settings.caFile,
      caData: settings.caData,
      serverName: settings.serverName,
      skipVerify: settings.skipTLSVerify,
    },
    selectors: settings.selectors,
    timeoutMs: settings.timeout,
  }));

export type PrometheusSettings = z.output<typeof prometheusSchema>;

function recordOf(
  value: z.ZodString,
  problemOfName: (name: string) => string | undefined,
) {
  return z
    .record(z.string(), value)
    .superRefine((record, context) => {
      for (const name of Object.keys(record)) {
        const message = problemOfName(name);
        if (message) {
          context.addIssue({ code: 'custom', path: [name], message });
        }
      }
    })
    .default({});
}

function authorizationIn(headers: Record<string, string>): string | undefined {
  return Object.keys(headers).find(
    name => name.toLowerCase() === 'authorization',
  );
}

/** User and password in an address would turn up wherever it is written. */
function isBaseAddress(value: string): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const { protocol, origin, pathname, href } = new URL(value);
  return (
    ['http:', 'https:'].includes(protocol) && href === `${origin}${pathname}`
  );
}

function isCertificateData(value: string): boolean {
  return Buffer.from(value, 'base64')
    .toString('latin1')
    .includes('-----BEGIN CERTIFICATE-----');
}
