import { answerIris } from './irisProtocol';

const newId = () => 'new-id';
const post = (path: string, body: unknown) =>
  answerIris('iris', { method: 'POST', path, body }, newId);
const get = (path: string) =>
  answerIris('iris', { method: 'GET', path, body: {} }, newId);

const setosa = [5.1, 3.5, 1.4, 0.2];
const virginica = [6.3, 3.3, 6.0, 2.5];
const tensor = (data: unknown, shape = [2, 4]) => ({
  inputs: [{ name: 'input-0', shape, datatype: 'FP32', data }],
});

describe('answerIris', () => {
  it('predicts by protocol v1', () => {
    expect(
      post('/v1/models/iris:predict', { instances: [setosa, virginica] }),
    ).toEqual({ status: 200, body: { predictions: [0, 2] } });
  });

  it.each([
    ['nested', [setosa, virginica]],
    ['flat', [...setosa, ...virginica]],
  ])('infers by protocol v2 from %s data', (_, data) => {
    expect(post('/v2/models/iris/infer', tensor(data))).toEqual({
      status: 200,
      body: {
        model_name: 'iris',
        id: 'new-id',
        outputs: [
          { name: 'output-0', shape: [2], datatype: 'INT64', data: [0, 2] },
        ],
      },
    });
  });

  it.each([
    [400, '/v1/models/iris:predict', {}],
    [400, '/v1/models/iris:predict', { instances: 'no list' }],
    [400, '/v1/models/iris:predict', { instances: [['a']] }],
    [500, '/v1/models/iris:predict', { instances: [[1, 2]] }],
    [501, '/v1/models/iris:explain', { instances: [setosa] }],
    [400, '/v2/models/iris/infer', {}],
    [404, '/v1/models/other:predict', { instances: [setosa] }],
  ])('answers %d to %s with %j', (status, path, body) => {
    expect(post(path, body)).toEqual({
      status,
      body: { error: expect.any(String) },
    });
  });

  it.each([
    ['/v1/models/iris', { name: 'iris', ready: 'True' }],
    ['/v2/health/ready', { ready: true }],
    ['/v2/models/iris', expect.objectContaining({ name: 'iris' })],
  ])('describes itself at %s', (path, body) => {
    expect(get(path)).toEqual({ status: 200, body });
  });
});
