import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { clusterConnectorServiceRef } from './clusterConnectorServiceRef';

describe('clusterConnectorServiceRef', () => {
  it('reads app-config unless it is replaced', async () => {
    const probe = createServiceRef<string[]>({ id: 'probe' });
    const tester = ServiceFactoryTester.from(
      createServiceFactory({
        service: probe,
        deps: { connector: clusterConnectorServiceRef },
        factory: ({ connector }) => connector.list(),
      }),
      {
        dependencies: [
          mockServices.rootConfig.factory({
            data: {
              kubernetes: {
                clusterLocatorMethods: [{ type: 'localKubectlProxy' }],
              },
            },
          }),
        ],
      },
    );

    expect(await tester.getSubject()).toEqual(['local']);
  });
});
