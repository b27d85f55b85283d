import { prettyJson } from './prettyJson';

describe('prettyJson', () => {
  it.each([
    ['{"a":{"b":[]}}', '{\n  "a": {\n    "b": []\n  }\n}'],
    ['{"a":[1,-2.5e-7]}', '{\n  "a": [1, -2.5e-7]\n}'],
    ['[[1,2],[3]]', '[\n  [1, 2],\n  [3]\n]'],
    ['["[\\n1,\\n2\\n]"]', '[\n  "[\\n1,\\n2\\n]"\n]'],
    ['{"broken', '{"broken'],
    ['upstream connect error', 'upstream connect error'],
  ])('writes %j in lines', (text, lines) => {
    expect(prettyJson(text)).toBe(lines);
  });

  it.each(['[1,[2,{"a":[3,4]}],"5",null]', '{"a":[0.1,1e21]}'])(
    'changes nothing but spaces of %j',
    text => {
      expect(JSON.parse(prettyJson(text))).toEqual(JSON.parse(text));
    },
  );
});
