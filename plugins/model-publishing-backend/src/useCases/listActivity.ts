import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { Caller } from '../tenancy/Caller';
import { UseCaseDependencies } from './UseCaseDependencies';
import { Page, PageRequest, PublicationSelector } from './UseCases';

/**
 * What has happened to a publication, the newest first. Only for the publisher: it tells about all keys and tenants.
 *
 * @throws ServiceUnavailableError when the plugin's database does not answer
 */
export async function listActivity(
  { publications, activity, logger }: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  query: PageRequest & { action?: string },
): Promise<Page<Activity>> {
  const { state } = await publications.requirePublisher(caller, selector, {
    mayBeStale: true,
  });
  return activity.page({ ...query, uid: state.uid }).catch(error => {
    if (error instanceof InputError) {
      throw error;
    }
    logger.error(`The activity of publications cannot be read: ${error}`);
    throw new ServiceUnavailableError(
      "The activity cannot be read: the plugin's database does not answer",
    );
  });
}
