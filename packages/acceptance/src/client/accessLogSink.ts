import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { putHostLines, removeHostLines } from '../harness/hostLines';
import { ROOT } from '../harness/ServiceProcess';
import { kubernetes } from './kubernetes';
import { target } from './target';

const SHIPPED = path.join(ROOT, 'examples/access-logs/gateway.yaml');
const NAME = 'access-log-counter';
/** Envoy Gateway refuses loopback addresses, but not names that lead to them. */
const HOST = `${NAME}.example.test`;

const settingSchema = z.looseObject({
  sinks: z.array(
    z.looseObject({
      type: z.string(),
      openTelemetry: z
        .looseObject({
          backendRefs: z.array(z.looseObject({ name: z.string() })),
        })
        .optional(),
    }),
  ),
});
type Setting = z.infer<typeof settingSchema>;

const envoyProxySchema = z.looseObject({
  spec: z.looseObject({
    telemetry: z.looseObject({
      accessLog: z.looseObject({ settings: z.array(settingSchema) }),
    }),
  }),
});

const gatewaySchema = z.looseObject({
  infrastructure: z.looseObject({
    parametersRef: z.looseObject({
      kind: z.literal('EnvoyProxy'),
      name: z.string(),
    }),
  }),
});

async function addressOfEnvoyProxy(): Promise<string> {
  const { namespace, name } = target.gateway;
  const { spec } = await kubernetes.get('gateways', name);
  const { parametersRef } = gatewaySchema.parse(spec).infrastructure;
  return `${target.kubernetesUrl}/apis/gateway.envoyproxy.io/v1alpha1/namespaces/${namespace}/envoyproxies/${parametersRef.name}`;
}

const settingsOf = (envoyProxy: unknown) =>
  envoyProxySchema.parse(envoyProxy).spec.telemetry.accessLog.settings;

const isOurs = ({ sinks }: Setting) =>
  sinks.some(({ openTelemetry }) =>
    openTelemetry?.backendRefs.some(({ name }) => name === NAME),
  );

/** Writes the gateway's own settings back, followed by these. */
async function replaceOurSettings(ours: Setting[]): Promise<void> {
  const address = await addressOfEnvoyProxy();
  const all = settingsOf(await (await fetch(address)).json());
  const settings = [...all.filter(setting => !isOurs(setting)), ...ours];
  const response = await fetch(address, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ spec: { telemetry: { accessLog: { settings } } } }),
  });
  expect(response.status).toBe(200);
}

/** The shipped setting, whose Service only a cluster with pods has. */
function shippedSettings(): Setting[] {
  return settingsOf(parse(readFileSync(SHIPPED, 'utf8'))).map(setting => ({
    ...setting,
    sinks: setting.sinks.map(sink => ({
      ...sink,
      openTelemetry: {
        ...sink.openTelemetry,
        backendRefs: [
          { group: 'gateway.envoyproxy.io', kind: 'Backend', name: NAME },
        ],
      },
    })),
  }));
}

/**
 * The gateway's access log as examples/access-logs/gateway.yaml sends it, to a collector on this machine.
 *
 * @param hostsFile - in which the gateway looks names up
 */
export function accessLogSink(hostsFile: string) {
  const remove = async () => {
    await replaceOurSettings([]);
    if (await kubernetes.find('backends', NAME)) {
      await kubernetes.delete('backends', NAME);
    }
    removeHostLines(hostsFile, [HOST]);
  };
  return {
    /** @param port - of the collector's OTLP receiver */
    add: async (port: number) => {
      // What a run that was killed has left.
      await remove();
      putHostLines(hostsFile, [{ host: HOST, address: '127.0.0.1' }]);
      await kubernetes.create('backends', {
        apiVersion: 'gateway.envoyproxy.io/v1alpha1',
        kind: 'Backend',
        metadata: { name: NAME },
        spec: { endpoints: [{ fqdn: { hostname: HOST, port } }] },
      });
      await replaceOurSettings(shippedSettings());
    },
    remove,
  };
}
