import { GatewayListener } from '../cluster/resources/Gateway';
import { CustomHostname } from '../config/ModelPublishingConfig';
import { listenerNameOf } from '../names';

/** Our listener for a hostname, as an entry of a Gateway. */
export function renderListener({
  hostname,
  port,
  certificate,
}: CustomHostname): GatewayListener {
  return {
    name: listenerNameOf(hostname),
    port,
    protocol: certificate ? 'HTTPS' : 'HTTP',
    hostname,
    ...(certificate && {
      tls: {
        mode: 'Terminate',
        certificateRefs: [
          { group: '', kind: 'Secret', name: certificate.secret },
        ],
      },
    }),
    allowedRoutes: { namespaces: { from: 'Same' } },
  };
}
