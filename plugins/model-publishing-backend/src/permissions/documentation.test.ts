import { isResourcePermission } from '@backstage/plugin-permission-common';
import { modelPublishingPermissions } from '@inference-portal/plugin-model-publishing-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publicationRules } from './publicationConditions';

const guide = readFileSync(
  resolve(__dirname, '../../../../docs/permissions.md'),
  'utf8',
);

/** The cells of each row of the guide's tables. */
const rows = guide
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim().replaceAll('`', '')),
  );

describe('docs/permissions.md', () => {
  it('shows the example policy as it is tested', () => {
    const example = readFileSync(
      resolve(__dirname, '__examples__/ContractorPolicy.ts'),
      'utf8',
    );
    expect(guide).toContain(`\`\`\`ts\n${example}\`\`\``);
  });

  it('lists all permissions', () => {
    const listed = rows
      .filter(([name]) => name?.startsWith('model-publishing.'))
      .map(row => row.slice(0, 3));
    const actual = modelPublishingPermissions.map(permission => [
      permission.name,
      permission.attributes.action ?? '',
      isResourcePermission(permission) ? 'yes' : '',
    ]);
    expect(listed.sort()).toEqual(actual.sort());
  });

  it('lists all rules', () => {
    const listed = rows
      .map(([name]) => name)
      .filter(name => /^[A-Z_]+$/.test(name ?? ''));
    const actual = Object.values(publicationRules).map(({ name }) => name);
    expect(listed.sort()).toEqual(actual.sort());
  });
});
