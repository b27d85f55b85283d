import { aKeyRecord, aState } from '../__testUtils__/builders';
import { PublicationState } from '../state/PublicationState';
import { StateListener } from '../state/StateStore';
import { KeyIndex } from './KeyIndex';

const withKeys = (model: string, ...ids: string[]) =>
  aState({ model, keyring: ids.map(id => aKeyRecord({ id })) });

function aStore(...states: PublicationState[]) {
  let tell: StateListener = () => {};
  const index = new KeyIndex({
    list: () => states,
    onChange: listener => {
      tell = listener;
    },
  });
  return { index, tell };
}

describe('KeyIndex', () => {
  it('finds the keys that are there already', () => {
    const iris = withKeys('iris', 'a', 'b');
    const { index } = aStore(iris, withKeys('wine', 'c'));
    expect(index.find('b')).toEqual({
      key: iris.keyring[1],
      publication: iris,
    });
    expect(index.find('c')?.publication.model).toBe('wine');
    expect(index.find('d')).toBeUndefined();
  });

  it('takes a changed keyring for the whole truth', () => {
    const { index, tell } = aStore(withKeys('iris', 'a', 'b'));
    const changed = withKeys('iris', 'b', 'c');
    tell(changed.id, changed);
    expect(index.find('a')).toBeUndefined();
    expect(index.find('b')?.publication).toBe(changed);
    expect(index.find('c')?.publication).toBe(changed);
  });

  it('forgets the keys of a publication that is gone, and no others', () => {
    const iris = withKeys('iris', 'a');
    const { index, tell } = aStore(iris, withKeys('wine', 'c'));
    tell(iris.id, undefined);
    expect(index.find('a')).toBeUndefined();
    expect(index.find('c')).toBeDefined();
  });
});
