import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../harness/ServiceProcess';

const FOLDER = path.join(ROOT, 'examples/prometheus');
export const RULES_FILE = path.join(FOLDER, 'rules.yaml');
export const RULE_TESTS_FILE = path.join(FOLDER, 'rules.test.yaml');

const alertSchema = z.object({
  alert: z.string(),
  expr: z.string(),
  for: z.string(),
  labels: z.object({ severity: z.enum(['info', 'warning', 'critical']) }),
  annotations: z.object({ summary: z.string(), description: z.string() }),
});
const recordSchema = z.object({ record: z.string(), expr: z.string() });
const rulesSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(z.union([alertSchema, recordSchema])),
    }),
  ),
});
const ruleTestsSchema = z.object({
  tests: z.array(
    z.object({
      alert_rule_test: z.array(
        z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) }),
      ),
    }),
  ),
});

const rules = rulesSchema
  .parse(parse(readFileSync(RULES_FILE, 'utf8')))
  .groups.flatMap(({ name, rules: ofGroup }) =>
    ofGroup.map(rule => ({ ...rule, group: name })),
  );
const records = rules.flatMap(rule => ('record' in rule ? [rule] : []));

/** Every expression in the rules. */
export const ruleExpressions = rules.map(({ expr }) => expr);
export const recordNames = records.map(({ record }) => record);
export const alerts = rules.flatMap(rule => ('alert' in rule ? [rule] : []));

/** Alerts that a test shows firing, or, without any expected alert, not firing. */
export function alertsInTests({ firing }: { firing: boolean }): string[] {
  return ruleTestsSchema
    .parse(parse(readFileSync(RULE_TESTS_FILE, 'utf8')))
    .tests.flatMap(test => test.alert_rule_test)
    .filter(({ exp_alerts }) => exp_alerts.length > 0 === firing)
    .map(({ alertname }) => alertname);
}

/**
 * What an alert looks at, whether or not it would fire: its expression without thresholds, and with the rules that it
 * builds on put in, since the Prometheus that is asked need not have them.
 */
export function lookedAtBy(expr: string): string {
  const whole = records.reduce(
    (text, { record, expr: recorded }) =>
      text.replaceAll(record, `(${recorded})`),
    expr,
  );
  return whole
    .replace(/absent\((\w+)\)/g, '$1')
    .replace(/ (>|==) [\d.]+$/gm, '');
}
