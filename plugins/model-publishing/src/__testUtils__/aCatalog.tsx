import { Entity } from '@backstage/catalog-model';
import {
  coreExtensionData,
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';

/** What an entity page needs to know of what is put on it. */
const filter = [
  EntityCardBlueprint.dataRefs.filterFunction.optional(),
  EntityCardBlueprint.dataRefs.filterExpression.optional(),
] as const;

/**
 * A catalog with the page of one entity at `/entity`: its tabs are headings, everything that is for the entity is shown
 * one below the other.
 */
export function aCatalog(entity: Entity) {
  const overview = EntityContentBlueprint.makeWithOverrides({
    name: 'overview',
    inputs: {
      cards: createExtensionInput([coreExtensionData.reactElement, ...filter]),
    },
    factory: (make, { inputs }) =>
      make({
        path: '/',
        title: 'Overview',
        loader: async () => (
          <>
            {inputs.cards
              .filter(
                card =>
                  card.get(EntityCardBlueprint.dataRefs.filterFunction)?.(
                    entity,
                  ) ?? true,
              )
              .map(card => (
                <div key={card.node.spec.id}>
                  {card.get(coreExtensionData.reactElement)}
                </div>
              ))}
          </>
        ),
      }),
  });
  const page = PageBlueprint.makeWithOverrides({
    name: 'entity',
    inputs: {
      contents: createExtensionInput([
        coreExtensionData.reactElement,
        coreExtensionData.routePath,
        EntityContentBlueprint.dataRefs.title,
        ...filter,
      ]),
    },
    factory: (make, { inputs }) =>
      make({
        path: '/entity',
        noHeader: true,
        loader: async () => (
          <EntityProvider entity={entity}>
            {inputs.contents
              .filter(
                content =>
                  content.get(EntityCardBlueprint.dataRefs.filterFunction)?.(
                    entity,
                  ) ?? true,
              )
              .map(content => (
                <div key={content.node.spec.id}>
                  <h1>{content.get(EntityContentBlueprint.dataRefs.title)}</h1>
                  {content.get(coreExtensionData.reactElement)}
                </div>
              ))}
          </EntityProvider>
        ),
      }),
  });
  return createFrontendPlugin({
    pluginId: 'catalog',
    extensions: [page, overview],
  });
}
