import { ListedGateway } from '@inference-portal/plugin-model-publishing-common';
import { Formats } from '../formats/formatsFor';
import { Texts } from '../translation/useTexts';

export interface CapabilityLine {
  id: string;
  label: string;
  value: string;
}

/** What a gateway is able to do, line by line. */
export function capabilityLines(
  t: Texts,
  formats: Formats,
  { capabilities, keyMode, message, usage }: ListedGateway,
): CapabilityLine[] {
  const { globalRateLimit, isDetected, aiGateway } = capabilities;
  const rateLimit = t(`gateways.capabilities.${globalRateLimit}`);
  const time = usage.asOf
    ? formats.time(usage.asOf)
    : t('gateways.capabilities.never');
  return [
    {
      id: 'globalRateLimit',
      label: t('gateways.capabilities.globalRateLimit'),
      value: isDetected
        ? t('gateways.capabilities.detected', { value: rateLimit })
        : t('gateways.capabilities.configured', { value: rateLimit }),
    },
    {
      id: 'aiGateway',
      label: t('gateways.capabilities.aiGateway'),
      value: t(`gateways.capabilities.${aiGateway}`),
    },
    {
      id: 'openai',
      label: t('gateways.capabilities.openai'),
      value: capabilities.openai
        ? t('gateways.capabilities.canBePublished')
        : t('gateways.capabilities.cannotBePublished'),
    },
    ...(message ? [messageLine(t, formats, message)] : []),
    {
      id: 'clientIdMetrics',
      label: t('gateways.capabilities.clientIdMetrics'),
      value: capabilities.clientIdMetrics
        ? t('gateways.capabilities.yes')
        : t('gateways.capabilities.no'),
    },
    {
      id: 'bufferLimit',
      label: t('gateways.capabilities.bufferLimit'),
      value: capabilities.bufferLimit,
    },
    {
      id: 'keyMode',
      label: t('gateways.capabilities.keyMode'),
      value: t(`gateways.capabilities.keyModes.${keyMode}`),
    },
    {
      id: 'usage',
      label: t('gateways.capabilities.usage'),
      value: t(`gateways.capabilities.usageStates.${usage.state}`, { time }),
    },
  ];
}

const MEBIBYTE = 2 ** 20;

function messageLine(
  t: Texts,
  formats: Formats,
  { size, most }: { size: number; most: number },
): CapabilityLine {
  return {
    id: 'message',
    label: t('gateways.capabilities.message'),
    value: t('gateways.capabilities.messageSize', {
      size: formats.number(size / MEBIBYTE),
      most: formats.number(most / MEBIBYTE),
      percent: formats.number(Math.ceil((100 * size) / most)),
    }),
  };
}
