import {
  createTemplateAction,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { jsonSchemaOf } from './jsonSchemaOf';
import { publishExamples } from './publishExamples';
import { publishInputSchema, publishOutputSchema } from './publishSchemas';
import { PublishStepOptions, runPublishStep } from './runPublishStep';

/**
 * `model-publishing:publish`: makes a model reachable from outside, as the user who runs the template. A task that is
 * tried again has one effect, and a publication that is already as wanted is a success.
 */
export function createPublishAction(
  options: PublishStepOptions,
): TemplateAction {
  const action = createTemplateAction({
    id: 'model-publishing:publish',
    description:
      'Publishes a model on the gateway. The API key stays in the portal, where the owner may reveal or rotate it',
    examples: publishExamples,
    supportsDryRun: true,
    handler: context => runPublishStep(options, context),
  });
  return {
    ...action,
    schema: {
      input: jsonSchemaOf(publishInputSchema),
      output: jsonSchemaOf(publishOutputSchema),
    },
  };
}
