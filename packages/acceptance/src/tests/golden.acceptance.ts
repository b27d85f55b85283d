import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { GROUPS, PLURALS } from '../client/kubernetes';
import { target } from '../client/target';
import { ROOT } from '../harness/ServiceProcess';

const FOLDER = path.join(
  ROOT,
  'plugins/model-publishing-backend/src/rendering/__golden__',
);
const FIELD_MANAGER = 'golden';

const objectSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
  spec: z.record(z.string(), z.unknown()),
});
type Rendered = z.infer<typeof objectSchema>;

/** What API servers fill in, by kind and path in the spec. It all says what was meant anyway. */
const HARMLESS_DEFAULTS: Record<string, unknown> = {
  'Backend.type': 'Endpoints',
  'BackendTrafficPolicy.rateLimit.global.rules[].clientSelectors[].headers[].invert':
    false,
  'BackendTrafficPolicy.rateLimit.local.rules[].clientSelectors[].headers[].invert':
    false,
  'BackendTrafficPolicy.rateLimit.global.rules[].clientSelectors[].methods[].invert':
    false,
  'BackendTrafficPolicy.rateLimit.local.rules[].clientSelectors[].methods[].invert':
    false,
  'ClientTrafficPolicy.connection.maxAcceptPerSocketEvent': 1,
  'HTTPRoute.rules[].backendRefs[].weight': 1,
  'SecurityPolicy.apiKeyAuth.credentialRefs[].group': '',
  'AIGatewayRoute.rules[].backendRefs[].priority': 0,
  'AIGatewayRoute.rules[].backendRefs[].weight': 1,
  'SecurityPolicy.apiKeyAuth.credentialRefs[].kind': 'Secret',
};

const files = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'));
const objects = files.flatMap(file =>
  parseAllDocuments(readFileSync(path.join(FOLDER, file), 'utf8')).map(
    document => {
      const object = objectSchema.parse(document.toJS());
      return [file, object.kind, object] as const;
    },
  ),
);

/** Server-side apply without effect, as the portal's plans are checked. */
async function dryRun(object: Rendered): Promise<unknown> {
  const plural = PLURALS.find(
    name => name === `${object.kind.toLowerCase()}s`.replace(/ys$/, 'ies'),
  );
  if (!plural) {
    throw new Error(`Nobody knows the plural of ${object.kind}`);
  }
  const { namespace } = target.gateway;
  const response = await fetch(
    `${target.kubernetesUrl}${GROUPS[plural]}/namespaces/${namespace}/${plural}/${object.metadata.name}?dryRun=All&force=true&fieldManager=${FIELD_MANAGER}&fieldValidation=Strict`,
    {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/apply-patch+yaml' },
      body: JSON.stringify({
        ...object,
        metadata: { ...object.metadata, namespace },
      }),
    },
  );
  return response.json();
}

/** Paths and values of what is there and was not sent; list positions are left out. */
function additions(
  sent: unknown,
  got: unknown,
  at: string,
): Array<[string, unknown]> {
  if (Array.isArray(sent) && Array.isArray(got)) {
    return sent.flatMap((item, index) =>
      additions(item, got[index], `${at}[]`),
    );
  }
  if (isRecord(sent) && isRecord(got)) {
    return Object.entries(got).flatMap(([name, value]) =>
      additions(sent[name], value, `${at}.${name}`),
    );
  }
  return sent === undefined ? [[at, got]] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('rendered objects, as golden files hold them', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(3);
  });

  it.each(
    objects.filter(([, kind]) => target.hasAiGateway || !kind.startsWith('AI')),
  )('are admitted as they are: %s, %s', async (_file, kind, object) => {
    const admitted = await dryRun(object);
    const { namespace } = target.gateway;
    expect(admitted).toMatchObject({
      ...object,
      metadata: { ...object.metadata, namespace },
    });
    const { spec } = objectSchema.parse(admitted);
    const unexpected = additions(object.spec, spec, kind).filter(
      ([field, value]) => HARMLESS_DEFAULTS[field] !== value,
    );
    expect(unexpected).toEqual([]);
  });
});
