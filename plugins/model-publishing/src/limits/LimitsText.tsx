import {
  LIMIT_NAMES,
  Limits,
} from '@inference-portal/plugin-model-publishing-common';
import { useTexts } from '../translation/useTexts';

/** The limits of a publication on one line. */
export function LimitsText({ limits }: { limits: Limits }) {
  const t = useTexts();
  const texts = LIMIT_NAMES.flatMap(name => {
    const value = limits[name];
    return value === undefined
      ? []
      : [t(`limits.${name}`, { value: value.toLocaleString() })];
  });
  return <>{texts.length > 0 ? texts.join(', ') : t('limits.none')}</>;
}
