import { ROUTE_NAME } from './__testUtils__/realLabels';
import { routeIn } from './routeIn';

describe('routeIn', () => {
  it.each([
    `httproute/model-gateway/${ROUTE_NAME}/rule/12`,
    `httproute/model-gateway/${ROUTE_NAME}/rule/12/match/0/models_example_org`,
    `httproute/model-gateway/${ROUTE_NAME}/rule/12/match/1/*`,
  ])('reads %s', name => {
    expect(routeIn(name)).toEqual({
      namespace: 'model-gateway',
      name: ROUTE_NAME,
      rule: 12,
    });
  });

  it.each([
    undefined,
    '',
    'xds_cluster',
    'grpcroute/a/b/rule/0',
    'httproute/a/b',
    'httproute/a/b/rule/',
    'httproute/a/b/rule/x',
    'httproute/a/b/rule/0x',
    'httproute/a/b/c/rule/0',
    'httproute//b/rule/0',
    'old/httproute/a/b/rule/0',
  ])('finds no route in %p', name => {
    expect(routeIn(name)).toBeUndefined();
  });
});
