import { defineResource } from '../defineResource';
import { Condition } from './Condition';

export interface GatewaySpec {
  gatewayClassName: string;
  listeners: Array<{
    name: string;
    port: number;
    protocol: string;
    hostname?: string;
  }>;
}

export interface GatewayStatus {
  conditions?: Condition[];
}

export const Gateway = defineResource<GatewaySpec, GatewayStatus>({
  group: 'gateway.networking.k8s.io',
  version: 'v1',
  kind: 'Gateway',
  plural: 'gateways',
});
