import { printed } from './compareExpected';
import { conditionsOf } from './conditionsOf';
import { ExpectedCondition, ParityNames } from './ParityCase';
import { ParityTarget } from './ParityTarget';

const apiVersions: Record<string, string> = {
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  AIGatewayRoute: 'aigateway.envoyproxy.io/v1beta1',
  AIServiceBackend: 'aigateway.envoyproxy.io/v1beta1',
};

/** Compares the conditions of an object with the expected ones: all of them, and no others. */
export async function requireConditions(
  { objects }: ParityTarget,
  { namespace }: ParityNames,
  { kind, name, sectionName, conditions }: ExpectedCondition,
): Promise<void> {
  const object = await objects.read({
    apiVersion: apiVersions[kind] ?? 'gateway.envoyproxy.io/v1alpha1',
    kind,
    metadata: { name, namespace },
  });
  const actual = conditionsOf(object, sectionName);
  const subject = `${kind} ${name} ${sectionName ?? ''}`;
  const shown =
    actual &&
    Object.fromEntries(
      Object.entries(actual).map(([type, text]) => {
        const expected = conditions?.[type];
        const matches =
          typeof expected === 'string'
            ? text === expected || text.startsWith(`${expected} `)
            : expected?.test(text);
        return [type, matches ? String(expected) : text];
      }),
    );
  expect({ subject, conditions: shown }).toEqual({
    subject,
    conditions: conditions && printed(conditions),
  });
}
