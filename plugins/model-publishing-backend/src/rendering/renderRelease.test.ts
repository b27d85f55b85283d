import { aContextWithLimits, anOpenaiContext } from './goldenCases';
import { renderPublication } from './renderPublication';
import { renderRelease } from './renderRelease';

const { routes, backends } = renderPublication(anOpenaiContext());
const held = [...routes, ...backends].filter(({ kind }) =>
  kind.startsWith('AI'),
);

describe('renderRelease', () => {
  it.each(held.map(object => [object.kind, object] as const))(
    'changes the spec of an %s, of that very one, and differently each time',
    (_, object) => {
      const live = { ...object, metadata: { ...object.metadata, uid: 'one' } };
      const [first, second] = [1, 2].map(n => renderRelease(live, n));
      expect(first?.metadata).toEqual({
        name: object.metadata.name,
        namespace: object.metadata.namespace,
        uid: 'one',
      });
      expect(first?.spec).not.toEqual(object.spec);
      expect(second?.spec).not.toEqual(first?.spec);
    },
  );

  it('leaves alone what the AI Gateway does not hold', () => {
    const { policies, backends: others } = renderPublication(
      aContextWithLimits({}),
    );
    expect(held).toHaveLength(2);
    expect(
      [...policies, ...others].map(object => renderRelease(object, 1)),
    ).toEqual([...policies, ...others].map(() => undefined));
  });
});
