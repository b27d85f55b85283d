import { aCustomHostname } from '../__testUtils__/builders';
import { KubernetesObject } from '../cluster/defineResource';
import { Condition } from '../cluster/resources/Condition';
import { renderListener } from '../rendering/renderListener';
import { adviceFor } from './adviceFor';
import { listenerVerdict } from './listenerVerdict';
import { aCondition } from './observedObjects';

const wanted = renderListener(aCustomHostname());
const GOOD = ['Accepted', 'ResolvedRefs', 'Programmed'].map(type =>
  aCondition(type, 'True'),
);

function aLiveGateway(
  conditions: Condition[] | undefined,
  listener = wanted,
): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'models', generation: 1 },
    spec: { listeners: [listener] },
    status: {
      listeners: [{ name: 'https', conditions: GOOD }].concat(
        conditions ? [{ name: wanted.name, conditions }] : [],
      ),
    },
  };
}

const replacing = (type: string, changed: Condition) =>
  GOOD.map(condition => (condition.type === type ? changed : condition));

describe('listenerVerdict', () => {
  it.each<[string, KubernetesObject | undefined, string, string]>([
    ['a listener at work', aLiveGateway(GOOD), 'True', 'ResolvedRefs'],
    ['no Gateway', undefined, 'False', 'ObjectMissing'],
    ['no status', aLiveGateway(undefined), 'Unknown', 'NoStatus'],
    [
      'a status of something else that was there before',
      aLiveGateway(
        replacing(
          'Programmed',
          aCondition('Programmed', 'True', { observedGeneration: 0 }),
        ),
      ),
      'Unknown',
      'Outdated',
    ],
    [
      'a certificate that is missing',
      aLiveGateway([
        aCondition('Programmed', 'False', { reason: 'Invalid' }),
        aCondition('Accepted', 'True'),
        aCondition('ResolvedRefs', 'False', {
          reason: 'InvalidCertificateRef',
          message:
            'No valid secrets exist: certificate refs 0: Secret model-gateway/acme-tls does not exist.',
        }),
      ]),
      'False',
      'InvalidCertificateRef',
    ],
    [
      'a listener that is not accepted',
      aLiveGateway(
        replacing(
          'Accepted',
          aCondition('Accepted', 'False', { reason: 'HostnameConflict' }),
        ),
      ),
      'False',
      'HostnameConflict',
    ],
    [
      'a listener that is not programmed',
      aLiveGateway(
        replacing(
          'Programmed',
          aCondition('Programmed', 'False', { reason: 'Pending' }),
        ),
      ),
      'False',
      'Pending',
    ],
    [
      'a listener that somebody has changed',
      aLiveGateway(GOOD, { ...wanted, hostname: 'evil.example' }),
      'False',
      'Changed',
    ],
  ])('says of %s what it is', (_, gateway, status, reason) => {
    const verdict = listenerVerdict(gateway, { wanted, problem: undefined });
    expect(verdict).toMatchObject({ status, reason });
    expect(adviceFor(verdict) === undefined).toBe(status === 'True');
  });

  it('tells what to do about a certificate that is missing, and not that it comes back by itself', () => {
    const gateway = aLiveGateway([
      aCondition('ResolvedRefs', 'False', {
        reason: 'InvalidCertificateRef',
        message:
          'No valid secrets exist: certificate refs 0: Secret model-gateway/acme-tls does not exist.',
      }),
    ]);
    const verdict = listenerVerdict(gateway, { wanted, problem: undefined });
    expect(adviceFor(verdict)).toMatch(/kubernetes\.io\/tls/);
  });

  it('says what keeps a listener from being made', () => {
    expect(
      listenerVerdict(undefined, { wanted, problem: 'there is another' }),
    ).toMatchObject({
      reason: 'ListenerRefused',
      message: 'Hostname "models.acme.example": there is another',
    });
  });
});
