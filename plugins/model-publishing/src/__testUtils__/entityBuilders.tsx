import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { PropsWithChildren } from 'react';

/** An entity that says it stands for a model. */
export function aModelEntity(model: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'iris',
      annotations: { 'inference-portal.io/model': model },
    },
  };
}

/** The page of the entity of tenant-a's model "iris", or of another one. */
export function OnEntityPage({
  model = 'tenant-a/iris',
  children,
}: PropsWithChildren<{ model?: string }>) {
  return (
    <EntityProvider entity={aModelEntity(model)}>{children}</EntityProvider>
  );
}
