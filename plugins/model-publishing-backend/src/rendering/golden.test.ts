import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  KubeConfig,
  KubernetesObjectApi,
  PatchStrategy,
} from '@kubernetes/client-node';
import { parseAllDocuments, stringify } from 'yaml';
import { GOLDEN_CASES } from './goldenCases';

const cases = Object.entries(GOLDEN_CASES);
const { PARITY_KUBECONFIG, UPDATE_GOLDEN } = process.env;

function fileOf(name: string): string {
  return join(__dirname, '__golden__', `${name}.yaml`);
}

/** With UPDATE_GOLDEN set, the files are written anew, to be read before they are committed. */
function goldenObjects(name: string, rendered: unknown[]): unknown[] {
  if (UPDATE_GOLDEN) {
    const documents = rendered.map(object =>
      stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }),
    );
    writeFileSync(fileOf(name), documents.join('---\n'));
  }
  return parseAllDocuments(readFileSync(fileOf(name), 'utf8')).map(document =>
    document.toJS(),
  );
}

describe('rendered objects', () => {
  it.each(cases)('are the ones in __golden__/%s.yaml', (name, render) => {
    const rendered = render();
    expect(rendered).toEqual(goldenObjects(name, rendered));
  });
});

const onRealApiServer = PARITY_KUBECONFIG ? describe : describe.skip;

onRealApiServer(
  'rendered objects, by dry run on the API server of PARITY_KUBECONFIG',
  () => {
    it.each(cases)('are admitted without a change: %s', async (_, render) => {
      const config = new KubeConfig();
      config.loadFromFile(PARITY_KUBECONFIG ?? '');
      const api = KubernetesObjectApi.makeApiClient(config);
      for (const { apiVersion, kind, metadata, spec } of render()) {
        const { name, namespace, labels, annotations } = metadata;
        const object = {
          apiVersion,
          kind,
          metadata: { name, namespace, labels, annotations },
          spec,
        };
        const admitted = await api.patch(
          object,
          undefined,
          'All',
          'golden-test',
          true,
          PatchStrategy.ServerSideApply,
        );
        expect(admitted).toMatchObject(object);
      }
    });
  },
);
