import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { aRequest } from './__testUtils__/builders';
import { logRequest } from './logRequest';

const routeName = 'httproute/model-gateway/iris/rule/0/match/0/localhost';

const counted = (client: string, status: number) =>
  `model_publishing_requests_total{${client}route_name="${routeName}",response_code="${status}",job="model-publishing-access-logs",instance="collector"} 1`;

/** What is counted of a request, whose end comes after what is given. */
async function logged(
  request: Parameters<typeof logRequest>[0],
  answer: (response: ServerResponse) => void,
): Promise<string[]> {
  const metrics = new GatewayMetrics();
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  logRequest(request, response, metrics);
  answer(response);
  response.emit('close');
  const { text } = await metrics.render();
  return text.split('\n').filter(line => line.startsWith('model_publishing'));
}

describe('logRequest', () => {
  it('counts with what the filters have made of the request', async () => {
    const request = aRequest();
    const lines = await logged(request, response => {
      request.routeName = routeName;
      request.headers.set('x-client-id', ['id.tenant-a.key']);
      response.writeHead(429).end();
    });
    expect(lines).toEqual([counted('client_id="id.tenant-a.key",', 429)]);
  });

  it('believes no client id without a key', async () => {
    const headers = { 'x-client-id': 'made.up.key' };
    const request = aRequest({ routeName, headers });
    const lines = await logged(request, response => {
      response.writeHead(401).end();
    });
    expect(lines).toEqual([counted('', 401)]);
  });

  it('has status 0 of a client that did not wait', async () => {
    const request = aRequest({ routeName });
    expect(await logged(request, () => {})).toEqual([counted('', 0)]);
  });

  it('counts nothing without a route', async () => {
    const lines = await logged(aRequest(), response => {
      response.writeHead(404).end();
    });
    expect(lines).toEqual([]);
  });
});
