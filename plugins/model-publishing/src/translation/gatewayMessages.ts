/** Texts about gateways. */
export const gatewayMessages = { gateways: { title: 'Gateways' } } as const;
