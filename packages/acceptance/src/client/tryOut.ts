import {
  sendTestRequestOperation,
  TestEvent,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { PortalClient } from './PortalClient';

type TestRequest = z.input<typeof sendTestRequestOperation.body>;

/** What a test request was answered with. */
export interface TriedOut {
  /** Of the model's answer, or of the portal's where nothing was sent to the model. */
  status: number;
  headers: Record<string, string>;
  /** The body in the parts in which it came. */
  parts: string[];
  last: TestEvent | undefined;
  /** All that the portal has sent. */
  raw: string;
}

/** Asks a published model of tenant-a through the portal. */
export async function tryOut(
  caller: PortalClient,
  model: string,
  request: TestRequest,
): Promise<TriedOut> {
  const { status, text } = await caller.send(
    'POST',
    `/models/${model}/publish/test-requests?tenant=tenant-a`,
    request,
  );
  if (status !== 200) {
    return { status, headers: {}, parts: [], last: undefined, raw: text };
  }
  const events = text
    .trimEnd()
    .split('\n')
    .map(line => sendTestRequestOperation.response.parse(JSON.parse(line)));
  const response = events.find(event => event.type === 'response');
  return {
    status: response?.status ?? 0,
    headers: response?.headers ?? {},
    parts: events.flatMap(event => (event.type === 'data' ? event.text : [])),
    last: events[events.length - 1],
    raw: text,
  };
}
