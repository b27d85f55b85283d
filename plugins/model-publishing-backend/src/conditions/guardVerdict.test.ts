import { aGateway } from '../__testUtils__/builders';
import { renderGuard } from '../rendering/renderGuard';
import { adviceFor } from './adviceFor';
import { guardVerdict, ObservedPart } from './guardVerdict';
import { anAcceptedObject } from './observedObjects';

const PARTS: ObservedPart[] = renderGuard({
  gateway: aGateway(),
  instanceId: 'portal',
}).map(wanted => ({ wanted, live: anAcceptedObject(wanted) }));

/** The guard with one part in another state. */
const withPart = (kind: string, live: ObservedPart['live']) =>
  PARTS.map(part => (part.wanted.kind === kind ? { ...part, live } : part));
const liveOf = (kind: string) => {
  const part = PARTS.find(({ wanted }) => wanted.kind === kind);
  return part?.live ?? { apiVersion: '', kind, metadata: { name: '' } };
};

describe('guardVerdict', () => {
  it('is good when all of its parts are in force', () =>
    expect(guardVerdict(PARTS, [])).toMatchObject({
      status: 'True',
      reason: 'InForce',
    }));

  it.each(['SecurityPolicy', 'ClientTrafficPolicy', 'HTTPRoute'])(
    'is not good without its %s, or before the gateway has judged that',
    kind => {
      const name = `${kind} "model-publishing-guard-models"`;
      const gone = guardVerdict(withPart(kind, undefined), []);
      expect(gone).toMatchObject({ status: 'False', reason: 'ObjectMissing' });
      expect(gone.message).toContain(name);
      const unjudged = { ...liveOf(kind), status: undefined };
      expect(guardVerdict(withPart(kind, unjudged), [])).toMatchObject({
        status: 'Unknown',
        reason: 'NoStatus',
        message: expect.stringContaining(name),
      });
    },
  );

  it('is bad when somebody has opened it, whatever its status says', () => {
    const live = liveOf('SecurityPolicy');
    const authorization = { defaultAction: 'Allow' };
    const opened = {
      ...live,
      spec: Object.assign({}, live.spec, { authorization }),
    };
    expect(guardVerdict(withPart('SecurityPolicy', opened), [])).toMatchObject({
      status: 'False',
      reason: 'Changed',
    });
  });

  it('names first what policies of the platform lack', () => {
    const verdict = guardVerdict(withPart('HTTPRoute', undefined), [
      'SecurityPolicy "platform" needs one thing',
      'ClientTrafficPolicy "platform" needs another',
    ]);
    expect(verdict).toMatchObject({
      status: 'False',
      reason: 'GuardIncomplete',
      message: expect.stringMatching(/one thing; .*another/),
    });
    expect(adviceFor(verdict)).toMatch(/platform's own policy/);
  });
});
