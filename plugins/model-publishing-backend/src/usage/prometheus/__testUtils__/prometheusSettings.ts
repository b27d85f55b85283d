import { z } from 'zod';
import {
  prometheusSchema,
  PrometheusSettings,
} from '../../../config/prometheusSchema';

/** What the configuration makes of what is given. */
export function prometheusSettings(
  given: z.input<typeof prometheusSchema>,
): PrometheusSettings {
  return prometheusSchema.parse(given);
}
