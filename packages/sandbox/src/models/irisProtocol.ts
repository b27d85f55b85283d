import { z } from 'zod';
import { classifyIris, irisFeatureCount } from './irisClassifier';

/** What the model server answers to one request. */
export interface ModelAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One parsed request to a model server; `body` is undefined when it was not JSON. */
export interface ModelRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const flowers = z.array(z.array(z.number()));

const inferRequest = z.object({
  id: z.string().optional(),
  inputs: z
    .array(
      z.object({
        name: z.string(),
        shape: z.array(z.number().int()),
        datatype: z.string(),
        data: z.union([flowers, z.array(z.number())]),
      }),
    )
    .min(1),
});

function failure(status: number, error: string): ModelAnswer {
  return { status, body: { error } };
}

/** The wording is scikit-learn's, whose message KServe's sklearn server passes on with 500. */
function classify(rows: readonly number[][]): number[] | ModelAnswer {
  const odd = rows.find(row => row.length !== irisFeatureCount);
  return odd
    ? failure(
        500,
        `X has ${odd.length} features, but LogisticRegression is expecting ${irisFeatureCount} features as input.`,
      )
    : rows.map(classifyIris);
}

function predict(body: unknown): ModelAnswer {
  const instances = z.looseObject({ instances: z.unknown() }).safeParse(body);
  if (!instances.success || !Array.isArray(instances.data.instances)) {
    return failure(400, 'Expected "instances" to be a list');
  }
  const rows = flowers.safeParse(instances.data.instances);
  if (!rows.success) {
    return failure(
      400,
      'Expected "instances" to be a list of lists of numbers',
    );
  }
  const predictions = classify(rows.data);
  return Array.isArray(predictions)
    ? { status: 200, body: { predictions } }
    : predictions;
}

function inRows(data: readonly (number | number[])[]): number[][] {
  const flat = data.flat();
  return Array.from(
    { length: Math.ceil(flat.length / irisFeatureCount) },
    (_, row) =>
      flat.slice(row * irisFeatureCount, (row + 1) * irisFeatureCount),
  );
}

function infer(name: string, body: unknown, newId: () => string): ModelAnswer {
  const request = inferRequest.safeParse(body);
  const input = request.success ? request.data.inputs[0] : undefined;
  if (!request.success || !input) {
    return failure(
      400,
      'Expected "inputs" to be a list of tensors with name, shape, datatype and data',
    );
  }
  const nested = flowers.safeParse(input.data);
  const classes = classify(nested.success ? nested.data : inRows(input.data));
  if (!Array.isArray(classes)) {
    return classes;
  }
  return {
    status: 200,
    body: {
      model_name: name,
      id: request.data.id ?? newId(),
      outputs: [
        {
          name: 'output-0',
          shape: [classes.length],
          datatype: 'INT64',
          data: classes,
        },
      ],
    },
  };
}

function describeModel(name: string, path: string): unknown {
  switch (path) {
    case '/v1/models':
    case '/v2/models':
      return { models: [name] };
    case `/v1/models/${name}`:
      return { name, ready: 'True' };
    case '/v2':
      return { name: 'sandbox', version: '0', extensions: [] };
    case '/v2/health/live':
      return { live: true };
    case '/v2/health/ready':
      return { ready: true };
    case `/v2/models/${name}`:
      return {
        name,
        versions: [],
        platform: 'sandbox',
        inputs: [
          { name: 'input-0', datatype: 'FP32', shape: [-1, irisFeatureCount] },
        ],
        outputs: [{ name: 'output-0', datatype: 'INT64', shape: [-1] }],
      };
    case `/v2/models/${name}/ready`:
      return { name, ready: true };
    default:
      return undefined;
  }
}

/**
 * KServe's protocols v1 and v2 for an iris model of the given name.
 *
 * `:explain` answers as KServe's server does for a model without an explainer (501). `newId` names v2 requests
 * that bring no id of their own.
 */
export function answerIris(
  name: string,
  { method, path, body }: ModelRequest,
  newId: () => string,
): ModelAnswer {
  if (method === 'GET') {
    const description = describeModel(name, path);
    return description === undefined
      ? failure(404, `not found: GET ${path}`)
      : { status: 200, body: description };
  }
  switch (`${method} ${path}`) {
    case `POST /v1/models/${name}:predict`:
      return predict(body);
    case `POST /v1/models/${name}:explain`:
      return failure(501, 'Could not find explainer_host.');
    case `POST /v2/models/${name}/infer`:
      return infer(name, body, newId);
    default:
      return failure(404, `not found: ${method} ${path}`);
  }
}
