import { aCustomHostname } from '../__testUtils__/builders';
import {
  appliedGateway,
  fieldsV1Of,
} from '../cluster/__testUtils__/appliedGateway';
import { KubernetesObject } from '../cluster/defineResource';
import { GatewayListener, GatewaySpec } from '../cluster/resources/Gateway';
import { listenerNameOf } from '../names';
import { renderListener } from '../rendering/renderListener';
import { planListeners } from './planListeners';

const manager = 'model-publishing-portal';
const acme = aCustomHostname();
const other = aCustomHostname({ hostname: '*.other.example' });
const http = { name: 'http', port: 80, protocol: 'HTTP' };
const https = { name: 'https', port: 443, protocol: 'HTTPS' };

type LiveGateway = KubernetesObject<GatewaySpec>;

/** A Gateway with listeners of the platform, and what was made of it by apply. */
function aLiveGateway(
  foreign: GatewayListener[] = [http, https],
  ours: GatewayListener[] = [],
  annotations: Record<string, string> = {},
): LiveGateway {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: {
      name: 'models',
      namespace: 'model-gateway',
      uid: 'uid',
      resourceVersion: '7',
      annotations,
      managedFields: [
        {
          manager,
          operation: 'Apply',
          fieldsV1: fieldsV1Of(ours.map(({ name }) => name)),
        },
      ],
    },
    spec: { gatewayClassName: 'envoy', listeners: [...foreign, ...ours] },
  };
}

const plan = (live: LiveGateway, needed = [acme]) =>
  planListeners({ live, manager, needed });
const problemOf = (live: LiveGateway, entry = acme) =>
  plan(live, [entry]).problems.get(entry.hostname);
const issued = (name = 'acme') =>
  aCustomHostname({
    certificate: { secret: 's', issuer: { kind: 'ClusterIssuer', name } },
  });

describe('planListeners', () => {
  it('adds what is needed, and names nothing of the platform', () => {
    const { change } = plan(aLiveGateway());
    expect(change).toEqual({
      object: {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: {
          name: 'models',
          namespace: 'model-gateway',
          uid: 'uid',
          resourceVersion: '7',
        },
        spec: { listeners: [renderListener(acme)] },
      },
      entries: [acme],
      isRepair: false,
      listeners: [listenerNameOf(acme.hostname)],
    });
  });

  it('finds nothing to do with what it has done', () => {
    const live = aLiveGateway();
    const { change } = plan(live, [acme, other]);
    const applied = appliedGateway(change?.object ?? live, live, {
      manager,
      force: false,
    }) as LiveGateway;
    expect(applied.spec?.listeners).toHaveLength(4);
    expect(plan(applied, [acme, other]).change).toBeUndefined();
  });

  it('takes a listener away by not naming it', () => {
    const live = aLiveGateway([http], [acme, other].map(renderListener));
    expect(plan(live, [other]).change).toMatchObject({
      object: { spec: { listeners: [renderListener(other)] } },
      isRepair: false,
      listeners: [listenerNameOf(acme.hostname)],
    });
    const none = plan(live, []).change;
    expect(none?.object).not.toHaveProperty('spec');
  });

  it('keeps what it was told to keep, as long as it is there', () => {
    const live = aLiveGateway([http], [renderListener(acme)]);
    const kept = [acme, other];
    expect(
      planListeners({ live, manager, needed: [], kept }).change,
    ).toBeUndefined();
  });

  it('takes back what somebody has changed of its own listeners', () => {
    const edited = { ...renderListener(acme), hostname: 'evil.example' };
    expect(plan(aLiveGateway([http], [edited])).change).toMatchObject({
      isRepair: true,
      object: { spec: { listeners: [renderListener(acme)] } },
    });
  });

  it('adds a listener again that somebody has removed, without force', () => {
    const live = aLiveGateway([http], [renderListener(acme)]);
    const removed = { ...live, spec: { listeners: [http] } };
    removed.metadata.managedFields = [];
    expect(plan(removed).change?.isRepair).toBe(false);
  });

  it.each<[string, GatewayListener, string]>([
    [
      'a listener of its name that is not its own',
      { ...renderListener(acme), port: 8443 },
      'that this portal has not made; remove it',
    ],
    [
      'a listener of the platform for the same hostname and port',
      { ...https, hostname: acme.hostname },
      'put the hostname into hostnames.allowed instead',
    ],
    [
      'a listener of another protocol on the port',
      { ...https, protocol: 'HTTP' },
      'has port 443 for HTTP',
    ],
  ])('does not add to %s', (_, foreign, problem) => {
    const live = aLiveGateway([http, foreign]);
    expect(problemOf(live)).toContain(problem);
    expect(plan(live).change).toBeUndefined();
    // Nor does that keep other hostnames from theirs.
    const others = aCustomHostname({ hostname: 'b.example', port: 444 });
    expect(plan(live, [acme, others]).change?.listeners).toEqual([
      listenerNameOf('b.example'),
    ]);
  });

  it('adds nothing where the guard would not be', () => {
    const wishes = { live: aLiveGateway(), manager, needed: [acme] };
    const { change, problems } = planListeners({ ...wishes, obstacle: 'open' });
    expect(change).toBeUndefined();
    expect(problems.get(acme.hostname)).toBe('open');
  });

  it('fills a Gateway up to 60 listeners, and takes none away for it', () => {
    const foreign = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...http,
        name: `l${index}`,
        hostname: `h${index}.example`,
      }));
    expect(problemOf(aLiveGateway(foreign(59)))).toBeUndefined();
    expect(problemOf(aLiveGateway(foreign(60)))).toMatch(/more than 60/);
    const full = aLiveGateway(foreign(60), [renderListener(acme)]);
    const { change, problems } = plan(full, [acme, other]);
    expect(change).toBeUndefined();
    expect([...problems.keys()]).toEqual([other.hostname]);
  });

  describe('with cert-manager (never run here: by what its code reads)', () => {
    const annotation = 'cert-manager.io/cluster-issuer';

    it('names the issuer on the Gateway', () => {
      const { change } = plan(aLiveGateway(), [issued()]);
      expect(change?.object.metadata.annotations).toEqual({
        [annotation]: 'acme',
      });
    });

    it('takes the name away with the last listener', () => {
      const live = aLiveGateway([http], [], { [annotation]: 'acme' });
      live.metadata.managedFields = [
        { manager, operation: 'Apply', fieldsV1: fieldsV1Of([], [annotation]) },
      ];
      const { change } = plan(live, []);
      expect(change?.object.metadata).not.toHaveProperty('annotations');
      expect(change).toBeDefined();
    });

    it('leaves an annotation of the platform alone', () => {
      const live = aLiveGateway([http], [], { [annotation]: 'theirs' });
      expect(problemOf(live, issued())).toContain(`${annotation}: theirs`);
      expect(problemOf(live, issued('theirs'))).toBeUndefined();
      const issuer = aLiveGateway([http], [], {
        'cert-manager.io/issuer': 'acme',
      });
      expect(problemOf(issuer, issued())).toContain('cert-manager.io/issuer');
    });

    it.each<[string, GatewayListener, boolean]>([
      ['with a hostname', { ...https, hostname: 'p.example' }, true],
      [
        'for TLS',
        { ...https, protocol: 'TLS', hostname: 'p.example', port: 444 },
        true,
      ],
      ['without a hostname', https, false],
      ['without TLS', { ...http, hostname: 'p.example' }, false],
      [
        'that passes TLS through',
        {
          ...https,
          protocol: 'TLS',
          port: 444,
          hostname: 'p.example',
          tls: { mode: 'Passthrough' },
        },
        false,
      ],
    ])(
      "does not have certificates of the platform's listeners replaced: one %s",
      (_, listener, isAffected) => {
        const live = aLiveGateway([listener]);
        expect(problemOf(live, issued()) !== undefined).toBe(isAffected);
        const asked = aLiveGateway([listener], [], { [annotation]: 'acme' });
        expect(problemOf(asked, issued())).toBeUndefined();
      },
    );
  });
});
