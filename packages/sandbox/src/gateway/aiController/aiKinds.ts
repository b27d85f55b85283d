/** The AI Gateway's API group. */
export const aiGroup = 'aigateway.envoyproxy.io';

/** The field manager of its controller. */
export const aiManager = 'aigw-controller';
