import { z } from 'zod';
import { publicationConditionSchema } from '../publications/publication';

/** What is looked at to say how a gateway is. Those that do not apply to it are left out. */
export const gatewayConditionTypeSchema = z.enum([
  'ClusterAnswers',
  'GatewayReady',
  'ListenersReady',
  'GuardInForce',
  'OpenaiReady',
  'LimitsKept',
  'RoomLeft',
  'UsageCounted',
]);
export type GatewayConditionType = z.infer<typeof gatewayConditionTypeSchema>;

/** One fact about a gateway. Unknown means nobody has said so yet; it is never good. */
export const gatewayConditionSchema = publicationConditionSchema.extend({
  type: gatewayConditionTypeSchema,
});
export type GatewayCondition = z.infer<typeof gatewayConditionSchema>;
