import { setTimeout as sleep } from 'node:timers/promises';
import {
  alerts,
  alertsInTests,
  lookedAtBy,
  recordNames,
  ruleExpressions,
  RULES_FILE,
  RULE_TESTS_FILE,
} from '../client/alertRules';
import {
  dashboard,
  dashboardQueries,
  DashboardQuery,
  withEverythingChosen,
} from '../client/dashboard';
import { documentedSeries } from '../client/documentedSeries';
import { metricsIn } from '../client/metricsIn';
import { ifPromtool, promtool } from '../client/promtool';
import { prometheus, Sample } from '../client/prometheus';
import { modelsEcho, target } from '../client/target';
import { BusyPublications, publishBusy } from '../client/publishBusy';

const queries = dashboardQueries();

describe('the dashboard', () => {
  it('has panels that Grafana can tell apart, side by side', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const places = dashboard.panels.flatMap(panel =>
      panel.type === 'row' ? [] : [panel.gridPos],
    );
    for (const { x, y, w, h } of places) {
      expect(x + w).toBeLessThanOrEqual(24);
      const overlapping = places.filter(
        other =>
          other.x < x + w &&
          x < other.x + other.w &&
          other.y < y + h &&
          y < other.y + other.h,
      );
      expect(overlapping).toEqual([{ x, y, w, h }]);
    }
  });

  it('uses only variables that it has', () => {
    const known = [
      ...dashboard.templating.list.map(({ name }) => name),
      '__rate_interval',
    ];
    const used = queries.flatMap(({ expr }) =>
      [...expr.matchAll(/\$([a-z_]+)/g)].map(([, name]) => name),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(name => !known.includes(name ?? ''))).toEqual([]);
  });

  it('finds models and tenants in the names that series have', () => {
    const found = (variable: string, text: string) => {
      const { regex = '' } =
        dashboard.templating.list.find(({ name }) => name === variable) ?? {};
      return new RegExp(regex.slice(1, -1)).exec(text);
    };
    const id = '0123456789abcdef0123456789abcdef';
    expect(
      found(
        'publication',
        `httproute/model-gateway/published-model-my-iris-${id}-89abcdef/rule/0`,
      )?.groups,
    ).toEqual({ text: 'my-iris', value: id });
    expect(found('tenant', `${id}.tenant-a.0aB`)?.[1]).toBe('tenant-a');
  });

  it.each(queries)('asks for documented series: $name', ({ expr }) => {
    const metrics = metricsIn(expr);
    expect(metrics.length).toBeGreaterThan(0);
    expect(documentedSeries()).toEqual(expect.arrayContaining(metrics));
  });
});

describe('the alert rules', () => {
  it('ask for documented series', () => {
    const metrics = ruleExpressions.flatMap(metricsIn);
    // Prometheus itself makes it, for each target.
    const known = [...documentedSeries(), ...recordNames, 'up'];
    expect(metrics.filter(name => !known.includes(name))).toEqual([]);
  });

  it('each have a test in which they fire, and one in which they do not', () => {
    const names = alerts.map(({ alert }) => alert).sort();
    for (const firing of [true, false]) {
      expect([...new Set(alertsInTests({ firing }))].sort()).toEqual(names);
    }
  });

  it('and the dashboard ask for everything that is documented', () => {
    const used = [...queries.map(({ expr }) => expr), ...ruleExpressions]
      .flatMap(metricsIn)
      // One of a histogram's series is enough.
      .map(withoutSuffix);
    const unused = documentedSeries().filter(
      name => !used.includes(withoutSuffix(name)),
    );
    expect(unused).toEqual([]);
  });
});

ifPromtool('with promtool: the alert rules', () => {
  it.each([
    ['are well formed', 'check', RULES_FILE],
    ['pass their own tests', 'test', RULE_TESTS_FILE],
  ])('%s', (_, command, file) =>
    expect(promtool(command, 'rules', file)).toEqual({
      status: 0,
      output: expect.stringContaining('SUCCESS'),
    }),
  );
});

/** What nothing scrapes on a target of this suite: the portal itself. The counts of the access log may be there or not. */
const NOT_SCRAPED = ['Portal', 'Callers (with the counts of the access log)'];
/** What is 0 while all is well. */
const ZERO_WHEN_WELL = /Failures of the rate limiter|Time-outs|in flight/;
/** The series appears with the first failure, and no test brings the limiter of a cluster down. */
const ABSENT_WHEN_WELL = ['RateLimiterFails'];

/** Two scrapes of a Prometheus that takes its time, and some more. */
const SCRAPES_MS = 120_000;
const BETWEEN_CALLS_MS = 2_500;

const ifRealPrometheus =
  target.kind === 'cluster' &&
  target.hasAiGateway &&
  target.hasGlobalRateLimit &&
  modelsEcho &&
  target.prometheusUrl
    ? describe
    : describe.skip;

ifRealPrometheus(
  'on a cluster with a Prometheus, the AI Gateway, a global limiter and models that fail on request (the sandbox knows plain selectors only)',
  () => {
    let busy: BusyPublications;
    const answers = new Map<string, Sample[]>();
    const scraped = queries.filter(({ row }) => !NOT_SCRAPED.includes(row));
    const alertsOfGateway = alerts.filter(
      ({ alert, group }) =>
        group !== 'model-publishing-portal' &&
        !ABSENT_WHEN_WELL.includes(alert),
    );

    // What nothing scrapes is asked for too: Prometheus refuses what it does not understand.
    const ask = async () => {
      for (const { name, expr } of queries) {
        const query = withEverythingChosen(expr, { rateInterval: '2m' });
        answers.set(name, await prometheus.latest(query));
      }
      for (const { alert, expr } of alerts) {
        answers.set(alert, await prometheus.latest(lookedAtBy(expr)));
      }
    };
    const hasAnswer = ({ name }: DashboardQuery) => {
      const values = (answers.get(name) ?? []).map(({ value }) => value);
      const least = ZERO_WHEN_WELL.test(name) ? 0 : Number.MIN_VALUE;
      const most = Math.max(...values.filter(Number.isFinite));
      return most >= least;
    };

    const valuesOf = (name: string, label: string) =>
      (answers.get(name) ?? []).map(({ labels }) => labels[label]);
    const titleOf = (model: string, { id }: { id: string }) =>
      `${model} (${id.slice(0, 6)})`;
    const byModel = scraped.filter(({ expr }) =>
      /^[^"]*by \((le, )?model\)/.test(expr),
    );
    const modelsIn = (name: string) => {
      const limited = titleOf('iris', busy.limited);
      return name.includes('Over a global limit')
        ? [limited]
        : [limited, titleOf('iris', busy.iris), titleOf('chat', busy.chat)];
    };
    const told: Array<
      [title: string, label: string, expected: () => string[]]
    > = [
      ['Tokens by tenant', 'tenant', () => ['tenant-a', 'tenant-b']],
      ['Tokens by key', 'key', () => busy.keyIds],
      ['Tokens by type', 'gen_ai_token_type', () => ['input', 'output']],
      [
        'Tokens by model',
        'gen_ai_original_model',
        () => [busy.chat.openai.model],
      ],
      ['Answers by status', 'envoy_response_code', () => ['200', '429', '500']],
    ];
    const nameOf = (title: string) =>
      scraped.find(query => query.name.includes(title))?.name ?? '';
    const hasAll = (name: string, label: string, expected: string[]) =>
      expected.every(value => valuesOf(name, label).includes(value));
    /** A rate takes two scrapes of each series, and these begin one after the other. */
    const isComplete = () =>
      scraped.every(hasAnswer) &&
      byModel.every(({ name }) => hasAll(name, 'model', modelsIn(name))) &&
      told.every(([title, label, expected]) =>
        hasAll(nameOf(title), label, expected()),
      ) &&
      alertsOfGateway.every(
        ({ alert }) => (answers.get(alert) ?? []).length > 0,
      ) &&
      hasAll('PublishedModelErrors', 'publication', [busy.iris.id]) &&
      hasAll('PublishedModelAlwaysLimited', 'publication', [busy.limited.id]);

    // All at once: publications end with a test, and their series with them. Afterwards each test says what is missing.
    beforeAll(async () => {
      busy = await publishBusy();
      const deadline = Date.now() + SCRAPES_MS;
      do {
        await busy.call();
        await sleep(BETWEEN_CALLS_MS);
        await ask();
      } while (!isComplete() && Date.now() < deadline);
    }, 2 * SCRAPES_MS);

    it.each(scraped)('every query has an answer: $name', query => {
      expect({
        hasAnswer: hasAnswer(query),
        answers: answers.get(query.name),
      }).toEqual({ hasAnswer: true, answers: expect.anything() });
    });

    it('what is told by model names every model', () => {
      expect(byModel.length).toBeGreaterThan(5);
      for (const { name } of byModel) {
        expect(valuesOf(name, 'model')).toEqual(
          expect.arrayContaining(modelsIn(name)),
        );
      }
    });

    it.each(told)('%s has every %s', (title, label, expected) => {
      expect(valuesOf(nameOf(title), label)).toEqual(
        expect.arrayContaining(expected()),
      );
    });

    it.each(alertsOfGateway)(
      'every alert has something to look at: $alert',
      ({ alert }) => {
        expect(answers.get(alert)?.length).toBeGreaterThan(0);
      },
    );

    it('alerts about models name the model and its publication', () => {
      expect(answers.get('PublishedModelErrors')).toContainEqual({
        labels: { model: 'iris', publication: busy.iris.id },
        value: expect.any(Number),
      });
      expect(answers.get('PublishedModelAlwaysLimited')).toContainEqual({
        labels: { model: 'iris', publication: busy.limited.id },
        value: expect.any(Number),
      });
      expect(valuesOf('PublishedModelSlow', 'publication')).not.toContain(
        busy.chat.id,
      );
    });
  },
);

function withoutSuffix(name: string): string {
  return name.replace(/_(bucket|count|sum)$/, '');
}
