import { ObjectSource } from '../ObjectSource';
import { ObjectStatus } from '../status/PolicyStatus';
const plurals: Record<string, string> = {
  Gateway: 'gateways',
  GatewayClass: 'gatewayclasses',
  HTTPRoute: 'httproutes',
  Backend: 'backends',
  Secret: 'secrets',
  SecurityPolicy: 'securitypolicies',
  BackendTrafficPolicy: 'backendtrafficpolicies',
  ClientTrafficPolicy: 'clienttrafficpolicies',
};
type O = any;
export class MemoryObjects implements ObjectSource {
  m = new Map<string, O>();
  l = new Set<() => void>();
  n = 0;
  k(o: O) {
    return `${o.kind}/${o.metadata?.namespace}/${o.metadata?.name}`;
  }
  e(code: number) {
    return Object.assign(new Error('x'), { code });
  }
  ch() {
    this.l.forEach(f => f());
  }
  list(plural: string) {
    return [...this.m.values()].filter(o => plurals[o.kind] === plural);
  }
  statusOf(s: ObjectStatus) {
    return this.m.get(`${s.kind}/${s.namespace}/${s.name}`)?.status;
  }
  writeStatus(s: ObjectStatus) {
    const o = this.m.get(`${s.kind}/${s.namespace}/${s.name}`);
    if (o) {
      this.m.set(this.k(o), { ...o, status: s.status });
      this.ch();
    }
  }
  onChange(f: () => void) {
    this.l.add(f);
    return () => {
      this.l.delete(f);
    };
  }
  async create(o: O) {
    if (this.m.has(this.k(o))) throw this.e(409);
    this.m.set(this.k(o), {
      ...o,
      metadata: {
        ...o.metadata,
        generation: 1,
        creationTimestamp: new Date().toISOString().replace(/\.\d+/, ''),
        resourceVersion: String(++this.n),
      },
    });
    this.ch();
    return o;
  }
  async read(o: O) {
    const x = this.m.get(this.k(o));
    if (!x) throw this.e(404);
    return x;
  }
  async replace(o: O) {
    const x = await this.read(o);
    this.m.set(this.k(o), {
      ...o,
      status: x.status,
      metadata: {
        ...x.metadata,
        ...o.metadata,
        generation:
          JSON.stringify(x.spec) === JSON.stringify(o.spec)
            ? x.metadata.generation
            : x.metadata.generation + 1,
      },
    });
    this.ch();
    return o;
  }
  async delete(o: O) {
    await this.read(o);
    this.m.delete(this.k(o));
    this.ch();
    return {} as O;
  }
}
