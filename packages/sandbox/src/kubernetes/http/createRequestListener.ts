import { RequestListener } from 'node:http';
import { StatusError } from '../errors/StatusError';
import { ObjectTables } from '../store/ObjectTables';
import { ObjectRemover } from '../writes/ObjectRemover';
import { ObjectWriter } from '../writes/ObjectWriter';
import { Access, accessOf, Account, authenticate, forbidden } from './access';
import { answerReview, selfSubjectAccessReviewPath } from './answerReview';
import { discover } from './discovery';
import { AnsweredRequest, Exchange } from './Exchange';
import { Fault, injectFault } from './injectFault';
import { openApiOf } from './openApi';
import { parseResourcePath } from './parseResourcePath';
import { ResourceApi, verbOf } from './ResourceApi';

export interface RequestListenerOptions {
  readonly tokens: Readonly<Record<string, Account>>;
  readonly authorize?: (access: Access) => boolean;
  readonly onRequest?: (request: AnsweredRequest) => void;
  readonly intercept?: (
    request: Omit<AnsweredRequest, 'status'>,
  ) => Fault | undefined;
  /** Groups of kinds that this cluster does not have. */
  readonly hiddenGroups?: readonly string[];
}

const publicPaths = ['/healthz', '/livez', '/readyz'];

/** The API over HTTP. */
export function createRequestListener(
  tables: ObjectTables,
  writer: ObjectWriter,
  remover: ObjectRemover,
  {
    tokens,
    authorize = () => true,
    onRequest = () => {},
    intercept,
    hiddenGroups = [],
  }: RequestListenerOptions,
): RequestListener {
  const resources = new ResourceApi(tables, writer, remover);

  const answer = async (exchange: Exchange): Promise<void> => {
    const { method, path } = exchange;
    const fault = intercept?.({
      method,
      path,
      query: exchange.params.toString(),
    });
    if (fault && (await injectFault(exchange, fault))) {
      return;
    }
    if (publicPaths.includes(path)) {
      exchange.answerText(200, 'ok');
      return;
    }
    const account = authenticate(tokens, exchange.header('authorization'));
    if (path === selfSubjectAccessReviewPath && method === 'POST') {
      await answerReview(exchange, account, authorize);
      return;
    }
    const discovered = discover(path, hiddenGroups) ?? openApiOf(path);
    if (discovered) {
      exchange.answer(200, discovered);
      return;
    }
    const resource = parseResourcePath(path);
    if (!resource || hiddenGroups.includes(resource.type.group)) {
      exchange.answerText(404, '404 page not found\n');
      return;
    }
    const verb = verbOf(exchange, resource);
    const access = accessOf(account, verb, resource);
    if (!authorize(access)) {
      throw forbidden(access);
    }
    await resources.answer(exchange, verb, resource);
  };

  return (request, response) => {
    const exchange = new Exchange(request, response, onRequest);
    answer(exchange).catch(error =>
      exchange.fail(
        error instanceof StatusError
          ? error
          : new StatusError(
              500,
              'InternalError',
              `Internal error occurred: ${error}`,
            ),
      ),
    );
  };
}
