import {
  core,
  configMaps,
  routes,
  configMap,
  secret,
  create,
  apply,
  merge,
  read,
  remove,
} from './parityRequests';
import { ParityCase } from './ParityStep';

/** Cases of one object each; the last step removes it. Asked of the sandbox always, of a real API server on request. */
export const coreParityCases: readonly ParityCase[] = [
  {
    name: 'create, read, refuse a second one, delete',
    steps: [
      create(configMaps, configMap({ a: '1', b: '2' }, { labels: { x: '1' } })),
      create(configMaps, configMap(), 409),
      read(configMaps, { data: { a: '1', b: '2' } }),
      remove(configMaps),
      read(configMaps),
      remove(configMaps, 404),
    ],
  },
  {
    name: 'an applier conflicts with an updater, then takes over by force',
    steps: [
      create(configMaps, configMap({ a: '1', b: '2' }, { labels: { x: '1' } })),
      apply(configMaps, 'one', configMap({ a: '9', c: '3' }), 409),
      apply(
        configMaps,
        'one',
        configMap({ a: '9', c: '3' }, { labels: { y: '2' }, annotations: {} }),
        200,
        '&force=true',
      ),
      apply(configMaps, 'two', configMap({ a: '8', c: '8' }), 409),
      apply(configMaps, 'two', configMap({ a: '9' }), 200),
      apply(configMaps, 'one', configMap({ b: '2' }), 200),
      {
        ...read(configMaps, {
          data: { a: '9', b: '2' },
          metadata: { labels: { x: '1' } },
        }),
      },
      remove(configMaps),
    ],
  },
  {
    name: 'what an applier no longer names goes; merge patches own what they write',
    steps: [
      apply(configMaps, 'one', configMap({ a: '1', b: '2' }), 201),
      apply(configMaps, 'one', configMap({ a: '1' }), 200),
      merge(configMaps, 'two', { data: { a: null, d: '5' } }),
      merge(configMaps, 'two', {
        metadata: { annotations: { 'a.test/b': 'c' } },
      }),
      apply(configMaps, 'one', configMap(), 200),
      read(configMaps, { data: { d: '5' } }),
      remove(configMaps),
    ],
  },
  {
    name: 'an apply needs a manager and must not carry managed fields',
    steps: [
      { ...apply(configMaps, '', configMap({ a: '1' }), 422) },
      apply(
        configMaps,
        'one',
        configMap({ a: '1' }, { managedFields: [{}] }),
        400,
      ),
    ],
  },
  {
    name: 'stale versions and wrong names are refused',
    steps: [
      create(configMaps, configMap({ a: '1' })),
      {
        method: 'PUT',
        path: `${configMaps}/$name`,
        body: configMap({ a: '2' }, { resourceVersion: '1' }),
        status: 409,
      },
      {
        method: 'PUT',
        path: `${configMaps}/$name`,
        body: configMap({ a: '2' }, { resourceVersion: '$version' }),
        status: 200,
      },
      {
        method: 'PUT',
        path: `${configMaps}/$name`,
        body: configMap({ a: '3' }),
        status: 200,
      },
      {
        method: 'PUT',
        path: `${configMaps}/$name`,
        body: configMap({}, { name: 'other' }),
        status: 400,
      },
      {
        method: 'PUT',
        path: `${configMaps}/$name-none`,
        body: configMap({}, { name: '$name-none' }),
        status: 404,
      },
      merge(
        configMaps,
        'two',
        { metadata: { resourceVersion: '1' }, data: { a: '4' } },
        409,
      ),
      remove(configMaps, 409, { preconditions: { uid: 'xx' } }),
      remove(configMaps, 409, { preconditions: { resourceVersion: '1' } }),
      remove(configMaps, 200, { preconditions: { uid: '$uid' } }),
    ],
  },
  {
    name: 'JSON patch and strategic merge patch',
    steps: [
      create(configMaps, configMap({ a: '1' })),
      {
        method: 'PATCH',
        path: `${configMaps}/$name`,
        patch: 'json',
        body: [
          { op: 'test', path: '/data/a', value: '1' },
          { op: 'replace', path: '/data/a', value: '2' },
          { op: 'add', path: '/data/b', value: '3' },
        ],
        status: 200,
      },
      {
        method: 'PATCH',
        path: `${configMaps}/$name`,
        patch: 'json',
        body: [{ op: 'test', path: '/data/a', value: '1' }],
        status: 422,
      },
      {
        method: 'PATCH',
        path: `${configMaps}/$name`,
        patch: 'strategic',
        body: { data: { a: null, c: '4' } },
        status: 200,
      },
      {
        method: 'PATCH',
        path: `${routes}/$name`,
        patch: 'strategic',
        body: {},
        status: 415,
      },
      remove(configMaps),
    ],
  },
  {
    name: 'a Secret is encoded, typed, and keeps its type',
    steps: [
      create(
        `${core}/secrets`,
        secret({ stringData: { a: 'x' }, data: { b: 'eQ==' } }),
      ),
      merge(`${core}/secrets`, 'two', { data: { 'id.tenant.key': 'eA==' } }),
      merge(`${core}/secrets`, 'two', { data: { a: null } }),
      apply(`${core}/secrets`, 'one', secret({ data: { b: 'eQ==' } }), 200),
      remove(`${core}/secrets`),
    ],
  },
  {
    name: 'refusals of the server',
    steps: [
      { method: 'GET', path: '/apis/nope.test/v1/things', status: 404 },
      {
        method: 'GET',
        path: `${configMaps}?fieldSelector=data.x=1`,
        status: 400,
      },
      {
        method: 'GET',
        path: `${configMaps}?fieldSelector=metadata.name=$name&limit=5`,
        status: 200,
        answer: { items: [] },
      },
      { method: 'POST', path: `${configMaps}/$name`, body: {}, status: 405 },
      { method: 'PUT', path: configMaps, body: {}, status: 405 },
      create('/api/v1/namespaces/$name-none/configmaps', configMap(), 404),
      create(configMaps, configMap({}, { namespace: 'other' }), 400),
      create(
        configMaps,
        { apiVersion: 'v1', kind: 'ConfigMap', metadata: {} },
        422,
      ),
    ],
  },
];
