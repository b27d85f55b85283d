import { defineResource } from '../defineResource';
import { Condition } from './Condition';

export interface GatewayListener {
  name: string;
  port: number;
  protocol: string;
  hostname?: string;
  tls?: {
    mode?: string;
    certificateRefs?: Array<{ group?: string; kind?: string; name: string }>;
  };
  allowedRoutes?: { namespaces?: { from?: string } };
}

export interface GatewaySpec {
  /** Of every Gateway; left out where only listeners are applied. */
  gatewayClassName?: string;
  listeners: GatewayListener[];
}

export interface GatewayStatus {
  conditions?: Condition[];
  listeners?: Array<{ name: string; conditions?: Condition[] }>;
}

export const Gateway = defineResource<GatewaySpec, GatewayStatus>({
  group: 'gateway.networking.k8s.io',
  version: 'v1',
  kind: 'Gateway',
  plural: 'gateways',
});
