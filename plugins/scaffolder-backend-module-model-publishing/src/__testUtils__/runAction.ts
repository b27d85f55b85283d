import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { inspect } from 'node:util';
import { scaffolderModuleModelPublishing } from '../module';
import { FakePortal } from './FakePortal';

export interface Task {
  taskId?: string;
  credentials?: BackstageCredentials;
  isDryRun?: boolean;
}

export interface TaskResult {
  outputs: Record<string, unknown>;
  error?: Error;
  /** Everything that anybody may see of the task: outputs, log lines and errors with all that hangs on them. */
  traces: string;
}

/** Starts a backend with the module and a portal, and runs the action as the scaffolder would. */
export async function startScaffolder() {
  const portal = new FakePortal();
  const actions: TemplateAction[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...added) => void actions.push(...added) },
      ],
    ],
    features: [
      scaffolderModuleModelPublishing,
      portal.plugin,
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://portal.example.org/' } },
      }),
    ],
  });
  return {
    portal,
    actions,
    run: (input: JsonObject, task?: Task) => runAction(actions, input, task),
  };
}

async function runAction(
  actions: TemplateAction[],
  input: JsonObject,
  {
    taskId = 'task-1',
    credentials = mockCredentials.user('user:default/ann'),
    isDryRun = false,
  }: Task = {},
): Promise<TaskResult> {
  const logger = mockServices.logger.mock();
  const outputs: Record<string, unknown> = {};
  const unused = async (): Promise<never> => {
    throw new Error('The action has no use for this');
  };
  const error = await actions
    .find(({ id }) => id === 'model-publishing:publish')
    ?.handler({
      input,
      isDryRun,
      logger,
      task: { id: taskId },
      step: { id: 'publish', name: 'Publish' },
      workspacePath: '/nowhere',
      getInitiatorCredentials: async () => credentials,
      output: (name, value) => {
        outputs[name] = value;
      },
      checkpoint: unused,
      createTemporaryDirectory: unused,
    })
    .then(
      () => undefined,
      (reason: Error) => reason,
    );
  const lines = [logger.debug, logger.info, logger.warn, logger.error].map(
    ({ mock }) => mock.calls,
  );
  return {
    outputs,
    error,
    traces: inspect([outputs, lines, error], { depth: Infinity }),
  };
}
