import { createConditionExports } from '@backstage/plugin-permission-node';
import { modelPublicationResourceRef } from './modelPublicationResourceRef';
import { hasModelType } from './rules/hasModelType';
import { isPublisher } from './rules/isPublisher';
import { isTenantMember } from './rules/isTenantMember';

/** All rules about published models. */
export const publicationRules = { hasModelType, isPublisher, isTenantMember };

const exported = createConditionExports({
  resourceRef: modelPublicationResourceRef,
  rules: publicationRules,
});

/** Conditions about published models, for authors of permission policies. */
export const publicationConditions = exported.conditions;

/**
 * Makes the answer of a permission policy from conditions.
 *
 * @example
 * createPublicationConditionalDecision(permission, publicationConditions.isPublisher({ claims }))
 */
export const createPublicationConditionalDecision =
  exported.createConditionalDecision;
