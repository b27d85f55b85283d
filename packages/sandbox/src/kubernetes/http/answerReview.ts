import { z } from 'zod';
import { badRequest } from '../errors/statusErrors';
import { Access, Account } from './access';
import { Exchange } from './Exchange';
import { parseBody } from './parseBody';

export const selfSubjectAccessReviewPath =
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const reviewSchema = z.looseObject({
  spec: z.object({
    resourceAttributes: z
      .object({
        verb: z.string().default('*'),
        group: z.string().default(''),
        resource: z.string().default('*'),
        subresource: z.string().optional(),
        namespace: z.string().optional(),
        name: z.string().optional(),
      })
      .optional(),
  }),
});

/** Answers `kubectl auth can-i` and other clients that ask before they act. */
export async function answerReview(
  exchange: Exchange,
  { user }: Account,
  authorize: (access: Access) => boolean,
): Promise<void> {
  const review = reviewSchema.safeParse(parseBody(await exchange.body()));
  if (!review.success) {
    throw badRequest(z.prettifyError(review.error));
  }
  const attributes = review.data.spec.resourceAttributes;
  const {
    subresource,
    resource = '',
    ...rest
  } = attributes ?? { verb: '', group: '' };
  const asked = {
    user,
    ...rest,
    resource: subresource ? `${resource}/${subresource}` : resource,
  };
  exchange.answer(201, {
    ...review.data,
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    status: { allowed: attributes !== undefined && authorize(asked) },
  });
}
