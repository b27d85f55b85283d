import {
  coreServices,
  createBackendPlugin,
  HttpAuthService,
  HttpRouterService,
} from '@backstage/backend-plugin-api';
import {
  PublicationConfig,
  PublicationDetail,
} from '@inference-portal/plugin-model-publishing-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { aPublication } from './aPublication';

/** The secret that no task may get to know. */
export const API_KEY = 'mp_keyid_TopSecretValueOfTheKey';

export interface PortalCall {
  principal: unknown;
  idempotencyKey?: string;
  dryRun: boolean;
  config: PublicationConfig;
}

/** Stands for the REST API. It hands the API key out wherever it is not asked to keep it. */
export class FakePortal {
  /** Publishes that have arrived. */
  readonly calls: PortalCall[] = [];
  /** How many of them had an effect. */
  effects = 0;
  published: PublicationDetail | undefined;
  /** Answers publishes instead. */
  answerPublish: (() => object) | undefined;
  #madeBy: string | undefined;

  /** The plugin that listens. */
  get plugin() {
    const addRoutes = (http: HttpRouterService, httpAuth: HttpAuthService) =>
      http.use(this.#routes(httpAuth));
    return createBackendPlugin({
      pluginId: 'model-publishing',
      register(env) {
        env.registerInit({
          deps: {
            http: coreServices.httpRouter,
            httpAuth: coreServices.httpAuth,
          },
          init: async ({ http, httpAuth }) => addRoutes(http, httpAuth),
        });
      },
    });
  }

  #routes(httpAuth: HttpAuthService): express.Router {
    const router = Router();
    router.use(express.json());
    router.post('/models/:model/publish', async (req, res) => {
      const call: PortalCall = {
        principal: (await httpAuth.credentials(req)).principal,
        idempotencyKey: req.header('Idempotency-Key'),
        dryRun: req.query.dryRun === 'true',
        config: req.body.config,
      };
      this.calls.push(call);
      res
        .status(call.dryRun ? 200 : 201)
        .json(this.answerPublish?.() ?? this.#publish(call));
    });
    router.get('/models/:model/publish', async (req, res) => {
      if (!this.published) {
        throw new NotFoundError('No such published model');
      }
      const { requireApiKey } = this.published.authentication;
      const apiKey =
        requireApiKey && req.query.reveal !== 'false' ? API_KEY : null;
      res.json({ ...this.published, apiKey });
    });
    return router;
  }

  #publish(call: PortalCall): object {
    const isRepeated =
      call.idempotencyKey !== undefined && call.idempotencyKey === this.#madeBy;
    if (this.published && !isRepeated) {
      throw new ConflictError('Model "iris" is published already');
    }
    const publication = publicationOf(call.config);
    if (call.dryRun) {
      const manifests = [{ kind: 'HTTPRoute' }, { kind: 'Backend' }];
      return { dryRun: true, publication, warnings: [], manifests };
    }
    if (!isRepeated) {
      this.effects += 1;
      this.published = publication;
      this.#madeBy = call.idempotencyKey;
    }
    const key = publication.authentication.requireApiKey
      ? { apiKey: API_KEY, apiKeyReason: 'issued' }
      : {};
    return { ...publication, ...key, effective: 'now' };
  }
}

/** A publication as it was asked for, with what the platform presets. */
function publicationOf({
  rateLimiting,
  authentication,
  ...config
}: PublicationConfig): PublicationDetail {
  const preset = aPublication();
  const isOpenai = config.modelType === 'openai';
  const isPublic = authentication?.requireApiKey === false;
  return aPublication({
    ...config,
    ...(isOpenai && {
      openai: { baseUrl: 'https://models.example.org/v1', model: 'team/chat' },
    }),
    ...(isPublic && {
      apiKeyId: null,
      apiKeyHint: null,
      apiKeyReason: 'public',
    }),
    rateLimiting: { ...preset.rateLimiting, ...rateLimiting },
    authentication: { ...preset.authentication, ...authentication },
  });
}
