import { z } from 'zod';
import { listedGatewaySchema } from '../gateways/listedGateway';
import { defineOperation } from './defineOperation';

export const listGatewaysOperation = defineOperation({
  operationId: 'listGateways',
  summary:
    'All gateways with their health, capabilities and hostnames; for admins only',
  method: 'get',
  path: '/gateways',
  response: z.object({ items: z.array(listedGatewaySchema) }),
});
export type GatewayList = z.infer<typeof listGatewaysOperation.response>;
