import { good, unknown } from '../conditions/Verdict';
import {
  gatewayConditions,
  GatewaySurroundings,
  healthOf,
} from './gatewayConditions';

const WELL = good('Well', 'It is well');
const HEALTHY: GatewaySurroundings = {
  freshness: { name: 'one', state: 'live', asOf: '2026-01-01T12:00:00.000Z' },
  seen: {
    gateway: WELL,
    listenersTogether: WELL,
    guard: WELL,
    openai: WELL,
  },
  limits: {
    support: { globalRateLimit: 'available', approximate: false },
    isDetected: true,
    defaults: {},
  },
  message: { size: 1, most: 4 },
  usage: { state: 'current', asOf: new Date(), problem: undefined },
};

const conditionsWith = (changed: Partial<GatewaySurroundings>) =>
  gatewayConditions({ ...HEALTHY, ...changed });

describe('gatewayConditions', () => {
  it('are good when everything is', () => {
    const conditions = conditionsWith({});
    expect(conditions.map(({ type }) => type)).toEqual([
      'ClusterAnswers',
      'GatewayReady',
      'ListenersReady',
      'GuardInForce',
      'OpenaiReady',
      'LimitsKept',
      'RoomLeft',
      'UsageCounted',
    ]);
    expect(healthOf(conditions)).toBe('True');
  });

  it('leave out what does not apply', () => {
    const conditions = conditionsWith({
      seen: {
        gateway: WELL,
        listenersTogether: WELL,
        guard: WELL,
        openai: undefined,
      },
      message: undefined,
      usage: { state: 'off', asOf: undefined, problem: undefined },
    });
    expect(conditions.map(({ type }) => type)).toEqual([
      'ClusterAnswers',
      'GatewayReady',
      'ListenersReady',
      'GuardInForce',
      'LimitsKept',
    ]);
    expect(healthOf(conditions)).toBe('True');
  });

  it('of a cluster that was not read are not known, with advice', () => {
    const conditions = conditionsWith({
      freshness: { name: 'one', state: 'unread', asOf: null },
      seen: undefined,
      message: undefined,
    });
    expect(
      conditions.filter(({ reason }) => reason === 'ClusterUnread'),
    ).toMatchObject(
      ['ClusterAnswers', 'GatewayReady', 'ListenersReady', 'GuardInForce'].map(
        type => ({
          type,
          status: 'Unknown',
          advice: expect.stringContaining('log of the portal'),
        }),
      ),
    );
    expect(healthOf(conditions)).toBe('Unknown');
  });

  it('are as bad together as the worst of them', () => {
    const guard = unknown('NoStatus', 'Nobody knows');
    const seen = { ...HEALTHY.seen, gateway: WELL, listenersTogether: WELL };
    const silent = conditionsWith({
      seen: { ...seen, guard, openai: undefined },
    });
    expect(healthOf(silent)).toBe('Unknown');
    const away = conditionsWith({
      seen: { ...seen, guard, openai: undefined },
      freshness: { ...HEALTHY.freshness, state: 'stale' },
    });
    expect(healthOf(away)).toBe('False');
    expect(healthOf([])).toBe('Unknown');
  });
});
