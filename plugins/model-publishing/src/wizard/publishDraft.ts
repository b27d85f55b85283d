import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { publishValuesSchema } from './publishValues';
import { WIZARD_STEPS } from './WizardStep';

/** What is kept of a publishing that was begun, for as long as the browser's tab lives. Never a key. */
const publishDraftSchema = z.object({
  values: publishValuesSchema,
  /** The last step that was got to. */
  reached: z.enum(WIZARD_STEPS),
  /** The same however often the draft is sent, so that it has one effect. */
  idempotencyKey: z.string().min(16).max(200),
  /** Whether it was sent, and no answer has said that it came to nothing. */
  isSent: z.boolean(),
});
export type PublishDraft = z.infer<typeof publishDraftSchema>;

function itemOf({ cluster, tenant, model }: PublicationRef): string {
  return `model-publishing.draft:${cluster}/${tenant}/${model}`;
}

/** The draft for a model; undefined when there is none, or none that can be understood. */
export function readDraft(ref: PublicationRef): PublishDraft | undefined {
  const text = sessionStorage.getItem(itemOf(ref));
  return text === null
    ? undefined
    : publishDraftSchema.safeParse(parsed(text)).data;
}

export function writeDraft(ref: PublicationRef, draft: PublishDraft): void {
  sessionStorage.setItem(itemOf(ref), JSON.stringify(draft));
}

export function removeDraft(ref: PublicationRef): void {
  sessionStorage.removeItem(itemOf(ref));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
