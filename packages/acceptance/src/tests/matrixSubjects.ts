import { Published } from '@inference-portal/plugin-model-publishing-common';
import { tenantA, tenantB, tenantC } from '../client/callers';
import { GatewayAnswer, predict } from '../client/gateway';
import { PortalClient } from '../client/PortalClient';
import { chat, publishChat } from '../client/publishChat';
import { publishIris } from '../client/publishIris';
import { hostnames, target } from '../client/target';

/** In a ring: each one's models are open to the next, and were open to the one after that. */
const TENANTS = [
  { id: 'tenant-a', caller: tenantA },
  { id: 'tenant-b', caller: tenantB },
  ...(target.hasExtraModels ? [{ id: 'tenant-c', caller: tenantC }] : []),
];

/** What a tenant is to a model. */
export type Party = 'owner' | 'consumer' | 'removed';
const PARTIES: Party[] = ['owner', 'consumer', 'removed'];

/** The keys of one tenant for one model. */
export interface Keys {
  right: string;
  replaced: string;
  revoked: string;
}

/** One published model, with every key that there is or was for it. */
export interface Subject {
  name: string;
  type: 'traditional' | 'openai';
  model: string;
  tenantId: string;
  owner: PortalClient;
  publicHostname: string;
  keys: Partial<Record<Party, Keys>>;
  /** Client id of the owner's right key. */
  clientId: string;
  /** Its public name, or the one that an OpenAI-compatible model would have. */
  publicName: string;
  call: (
    headers: Record<string, string>,
    publicHostname: string,
  ) => Promise<GatewayAnswer>;
}

interface Plan {
  tenant: number;
  publish: (
    config: { allowedTenants: string[]; publicHostname: string },
    owner: PortalClient,
  ) => Promise<Published>;
  publicHostname: string;
}

const irisOf = (tenant: number): Plan['publish'] => {
  const tenantId = tenantAt(tenant).id;
  return ({ allowedTenants, publicHostname }, owner) =>
    publishIris(
      {
        tenantId,
        publicHostname,
        externalPath: `/models/iris-of-${tenantId}`,
        authentication: { allowedTenants },
      },
      owner,
    );
};
const chatOf =
  (tenant: number, model: string): Plan['publish'] =>
  ({ allowedTenants, publicHostname }, caller) =>
    publishChat(
      {
        tenantId: tenantAt(tenant).id,
        publicHostname,
        authentication: { allowedTenants },
      },
      { model, caller },
    );

/** Of each type one on each hostname, and OpenAI-compatible ones of two tenants on the same one. */
const PLANS: Plan[] = [
  { tenant: 0, publish: irisOf(0), publicHostname: hostnames.usual },
  { tenant: 1, publish: irisOf(1), publicHostname: hostnames.other },
  { tenant: 0, publish: chatOf(0, 'chat'), publicHostname: hostnames.usual },
  { tenant: 1, publish: chatOf(1, 'chat2'), publicHostname: hostnames.other },
  ...(target.hasExtraModels
    ? [
        {
          tenant: 2,
          publish: chatOf(2, 'chat3'),
          publicHostname: hostnames.usual,
        },
      ]
    : []),
];

/** Publishes everything and makes all keys; then one tenant after the other is removed from what it could use. */
export async function matrixSubjects(): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const plan of PLANS) {
    subjects.push(await subjectOf(plan));
  }
  return subjects;
}

async function subjectOf(plan: Plan): Promise<Subject> {
  const parties = partiesOf(plan.tenant);
  const { id: tenantId, caller: owner } = tenantAt(plan.tenant);
  const ids = parties.map(({ tenant }) => tenant.id);
  const published = await plan.publish(
    { allowedTenants: ids, publicHostname: plan.publicHostname },
    owner,
  );
  const { modelName: model, modelType: type, externalPath, id } = published;
  const keys: Subject['keys'] = {};
  let clientId = '';
  for (const { party, tenant } of parties) {
    const first =
      party === 'owner'
        ? published
        : await tenant.caller.createKey(model, tenantId);
    const made = await keysOf(tenant.caller, published, first.apiKey);
    keys[party] = made;
    if (party === 'owner') {
      clientId = `${id}.${tenantId}.${made.rightId}`;
    }
  }
  await owner.update(model, tenantId, {
    authentication: {
      allowedTenants: parties
        .filter(({ party }) => party !== 'removed')
        .map(({ tenant }) => tenant.id),
    },
  });
  const publicName = published.openai?.model ?? model;
  return {
    name: `${tenantId}/${model}`,
    type,
    model,
    tenantId,
    owner,
    publicHostname: published.publicHostname,
    keys,
    clientId,
    publicName,
    call: (headers, publicHostname) =>
      type === 'openai'
        ? chat({ publicHostname, openai: { model: publicName } }, headers)
        : predict({ publicHostname, externalPath }, headers),
  };
}

/** A tenant's keys, made from its first one; one was replaced, another one revoked. */
async function keysOf(
  caller: PortalClient,
  { modelName, tenantId }: Published,
  first: string | null,
): Promise<Keys & { rightId: string }> {
  const right = await caller.rotateKey(modelName, tenantId);
  const revoked = await caller.createKey(modelName, tenantId);
  await caller.revokeKey(modelName, tenantId, revoked.key.id);
  return {
    right: String(right.apiKey),
    rightId: right.key.id,
    replaced: String(first),
    revoked: String(revoked.apiKey),
  };
}

/** Who is what to the models of a tenant. */
function partiesOf(tenant: number) {
  return PARTIES.slice(0, TENANTS.length).map((party, distance) => ({
    party,
    tenant: tenantAt((tenant + distance) % TENANTS.length),
  }));
}

function tenantAt(index: number) {
  const tenant = TENANTS[index];
  if (!tenant) {
    throw new Error(`There is no tenant number ${index}`);
  }
  return tenant;
}
