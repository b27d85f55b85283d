import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../harness/ServiceProcess';

/** What the portal reads from Prometheus. */
const METRIC = 'model_publishing_requests_total';
const LABELS = ['client_id', 'route_name', 'response_code'];

const FOLDER = path.join(ROOT, 'examples/access-logs');
const FILES = readdirSync(FOLDER).filter(file => file.endsWith('.yaml'));
const textOf = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');

const collectorSchema = z.object({
  connectors: z.object({
    signal_to_metrics: z.object({
      logs: z.tuple([
        z.object({
          name: z.string(),
          conditions: z.tuple([z.string()]),
          attributes: z.array(z.object({ key: z.string() })),
          sum: z.object({ monotonic: z.literal(true) }),
        }),
      ]),
    }),
  }),
});
const [counted] = collectorSchema.parse(parse(textOf('collector.yaml')))
  .connectors.signal_to_metrics.logs;

const gatewaySchema = z.object({
  spec: z.object({
    telemetry: z.object({
      accessLog: z.object({
        settings: z.tuple([
          z.object({
            format: z.object({ json: z.record(z.string(), z.string()) }),
            sinks: z.tuple([
              z.object({
                openTelemetry: z.object({
                  backendRefs: z.tuple([
                    z.object({ name: z.string(), port: z.number() }),
                  ]),
                }),
              }),
            ]),
          }),
        ]),
      }),
    }),
  }),
});
const [setting] = gatewaySchema.parse(parse(textOf('gateway.yaml'))).spec
  .telemetry.accessLog.settings;

const serviceSchema = z.object({
  kind: z.literal('Service'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ ports: z.array(z.object({ port: z.number() })) }),
});

describe('the examples for counting the access log', () => {
  it.each(FILES)('are YAML: %s', file => {
    const documents = parseAllDocuments(textOf(file));
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('give the counter the name and the labels that the portal reads', () => {
    expect(`${counted.name}_total`).toBe(METRIC);
    expect(counted.attributes.map(({ key }) => key)).toEqual(LABELS);
    expect(Object.keys(setting.format.json)).toEqual(
      expect.arrayContaining(LABELS),
    );
  });

  it('log no key', () => {
    expect(Object.values(setting.format.json).join()).not.toMatch(
      /x-api-key|authorization/i,
    );
  });

  it('send to a port that the Service has', () => {
    const [{ name, port }] = setting.sinks[0].openTelemetry.backendRefs;
    const services = parseAllDocuments(textOf('kubernetes.yaml')).flatMap(
      document => serviceSchema.safeParse(document.toJS()).data ?? [],
    );
    expect(services).toEqual([
      expect.objectContaining({ metadata: expect.objectContaining({ name }) }),
    ]);
    expect(services.flatMap(({ spec }) => spec.ports)).toContainEqual(
      expect.objectContaining({ port }),
    );
  });

  const ID = '0123456789abcdef0123456789abcdef';
  it.each([
    [`published-model-iris-${ID}-01234567`, true],
    [`published-model-my-model.v2-${ID}-01234567`, true],
    [`published-model-chat-${ID}-01234567-info`, false],
    ['model-publishing-guard-models-canary', false],
    ['published-model-of-somebody-else', false],
  ])('counts requests of the route %s: %s', (route, isCounted) => {
    const [, pattern] = /"(\^.*)"\)$/.exec(counted.conditions[0]) ?? [];
    expect(pattern).toBeDefined();
    expect(
      new RegExp(String(pattern)).test(
        `httproute/model-gateway/${route}/rule/0/match/0/example_test`,
      ),
    ).toBe(isCounted);
  });
});
