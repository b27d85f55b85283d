import { aState } from '../__testUtils__/builders';
import { ReachabilityMonitor, verdictOn } from './ReachabilityMonitor';

describe('verdictOn', () => {
  it.each([
    [401, 'True', 'Guarded'],
    [200, 'False', 'OpenToEverybody'],
    [404, 'False', 'NotServed'],
    [500, 'False', 'NotServed'],
    [undefined, 'Unknown', 'GatewayUnreachable'],
    [{ refusedCertificate: 'CERT_HAS_EXPIRED' }, 'False', 'CertificateRefused'],
  ])('takes an answer of %s without a key for %s', (answer, status, reason) => {
    expect(verdictOn(answer, { requireApiKey: true })).toMatchObject({
      status,
      reason,
    });
  });
});

describe('verdictOn a public model', () => {
  it.each([
    [200, 'True', 'Public'],
    [401, 'False', 'NotServed'],
    [404, 'False', 'NotServed'],
  ])('takes an answer of %s to everybody for %s', (answer, status, reason) => {
    expect(verdictOn(answer, { requireApiKey: false })).toMatchObject({
      status,
      reason,
    });
  });
});

describe('ReachabilityMonitor', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks after a change, again soon while something is wrong, and then every ten minutes', async () => {
    const statusWithoutKey = jest
      .fn()
      .mockResolvedValueOnce(404)
      .mockResolvedValue(401);
    const monitor = new ReachabilityMonitor({ statusWithoutKey });
    monitor.watch('id', aState());
    expect(monitor.verdictOf('id')).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(monitor.verdictOf('id')?.reason).toBe('NotServed');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(monitor.verdictOf('id')?.reason).toBe('Guarded');
    await jest.advanceTimersByTimeAsync(599_000);
    expect(statusWithoutKey).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(statusWithoutKey).toHaveBeenCalledTimes(3);
    monitor.stop();
  });

  it('tells of a verdict when it is another one', async () => {
    const statusWithoutKey = jest
      .fn()
      .mockResolvedValueOnce(404)
      .mockResolvedValueOnce(404)
      .mockResolvedValue(401);
    const monitor = new ReachabilityMonitor({ statusWithoutKey });
    const told: unknown[] = [];
    monitor.onVerdict(id => told.push([id, monitor.verdictOf(id)?.reason]));
    monitor.watch('id', aState());
    await jest.advanceTimersByTimeAsync(600_000);

    expect(statusWithoutKey).toHaveBeenCalledTimes(3);
    expect(told).toEqual([
      ['id', 'NotServed'],
      ['id', 'Guarded'],
    ]);
    monitor.stop();
  });

  it('does not look at what was forgotten', async () => {
    const statusWithoutKey = jest.fn().mockResolvedValue(401);
    const monitor = new ReachabilityMonitor({ statusWithoutKey });
    monitor.watch('id', aState());
    monitor.forget('id');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(statusWithoutKey).not.toHaveBeenCalled();
  });
});
