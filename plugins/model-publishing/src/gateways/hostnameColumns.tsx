import { publicOriginOf } from '../addresses/publicOriginOf';
import { GatewayHostname } from '@inference-portal/plugin-model-publishing-common';
import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { FindingText } from './FindingText';

/** The columns of the table of hostnames. */
export function hostnameColumns(t: Texts): Column<GatewayHostname>[] {
  return [
    {
      title: t('gateways.hostnames.hostname'),
      cell: hostname => (
        <code>{publicOriginOf(hostname.hostname, hostname)}</code>
      ),
    },
    {
      title: t('gateways.hostnames.tenants'),
      cell: ({ tenants }) =>
        tenants?.join(', ') ?? t('gateways.hostnames.allTenants'),
    },
    {
      title: t('gateways.hostnames.use'),
      cell: hostname => purposeOf(t, hostname),
    },
    {
      title: t('gateways.hostnames.certificate'),
      cell: ({ custom }) => certificateOf(t, custom),
    },
    {
      title: t('gateways.hostnames.listener'),
      cell: ({ custom }) =>
        custom?.listener ? (
          <FindingText finding={custom.listener} />
        ) : (
          t(
            custom
              ? 'gateways.hostnames.unused'
              : 'gateways.hostnames.ofPlatform',
          )
        ),
    },
  ];
}

function purposeOf(
  t: Texts,
  { isDefault, openaiWithoutKeys }: GatewayHostname,
): string {
  const uses = [
    ...(isDefault ? [t('gateways.hostnames.defaultUse')] : []),
    ...(openaiWithoutKeys ? [t('gateways.hostnames.withoutKeys')] : []),
  ];
  return uses.join(', ') || t('gateways.hostnames.anyUse');
}

function certificateOf(t: Texts, custom: GatewayHostname['custom']): string {
  if (!custom) {
    return t('gateways.hostnames.ofPlatform');
  }
  if (!custom.certificate) {
    return t('gateways.hostnames.noTls');
  }
  const { secret, issuer } = custom.certificate;
  return issuer
    ? t('gateways.hostnames.issued', { secret, ...issuer })
    : t('gateways.hostnames.secret', { secret });
}
