import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from '../harness/ServiceProcess';

const FILE = path.join(ROOT, 'examples/grafana/model-publishing.json');

const datasource = z.object({
  type: z.literal('prometheus'),
  uid: z.literal('${datasource}'),
});
const panelSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('row'), id: z.number(), title: z.string() }),
  z.object({
    type: z.enum(['timeseries', 'stat']),
    id: z.number(),
    title: z.string(),
    description: z.string().min(1),
    datasource,
    fieldConfig: z.object({ defaults: z.object({ unit: z.string() }) }),
    gridPos: z.object({
      x: z.number(),
      y: z.number(),
      w: z.number(),
      h: z.number(),
    }),
    targets: z
      .array(
        z.object({
          refId: z.string(),
          expr: z.string(),
          legendFormat: z.string(),
          datasource,
        }),
      )
      .min(1),
  }),
]);

/** What tests look at of the form that Grafana 11 and 12 read. */
const dashboardSchema = z.object({
  uid: z.string(),
  title: z.string(),
  schemaVersion: z.number().min(39),
  templating: z.object({
    list: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['datasource', 'query']),
        definition: z.string().optional(),
        regex: z.string().optional(),
        allValue: z.string().optional(),
      }),
    ),
  }),
  panels: z.array(panelSchema),
});

/** The dashboard in examples/, as Grafana would read it. */
export const dashboard = dashboardSchema.parse(
  JSON.parse(readFileSync(FILE, 'utf8')),
);

export interface DashboardQuery {
  /** Title of the row, ... */
  row: string;
  /** ... of the panel, and which of its queries this is. */
  name: string;
  expr: string;
}

/** All queries, by row and panel. */
export function dashboardQueries(): DashboardQuery[] {
  let row = '';
  return dashboard.panels.flatMap(panel => {
    if (panel.type === 'row') {
      row = panel.title;
      return [];
    }
    return panel.targets.map(({ refId, expr }) => ({
      row,
      name: `${row}: ${panel.title} (${refId})`,
      expr,
    }));
  });
}

/** A query as Grafana sends it when everything is chosen. */
export function withEverythingChosen(
  expr: string,
  { rateInterval }: { rateInterval: string },
): string {
  const everything = dashboard.templating.list.map(
    ({ name, allValue = '' }) => [`$${name}`, allValue] as const,
  );
  return [...everything, ['$__rate_interval', rateInterval] as const].reduce(
    (text, [variable, value]) => text.replaceAll(variable, value),
    expr,
  );
}
