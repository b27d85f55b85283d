import {
  ModelType,
  publicModelNameOf,
  PublishingHostname,
} from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';
import { AddressValues, hostnameOf } from './addressValues';
import { pathProblems } from './pathProblems';
import { publicOriginOf } from './publicOriginOf';

const useStyles = makeStyles({
  address: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
});

export interface AddressPreviewProps {
  modelType: ModelType;
  hostnames: PublishingHostname[];
  address: AddressValues;
}

/** What callers will have to be told, as far as it can be made of what was typed. */
export function AddressPreview({
  modelType,
  hostnames,
  address,
}: AddressPreviewProps) {
  const t = useTexts();
  const classes = useStyles();
  const offer = hostnames.find(({ hostname }) => hostname === address.hostname);
  const isGood = pathProblems(address.externalPath, modelType).length === 0;
  if (!offer || !isGood) {
    return (
      <Labelled label={t('addressForm.preview')}>
        <Typography color="textSecondary">
          {t('addressForm.noPreview')}
        </Typography>
      </Labelled>
    );
  }
  const origin = publicOriginOf(hostnameOf(address), offer);
  const lines =
    modelType === 'openai'
      ? [
          [t('address.baseUrl'), `${origin}/v1`],
          [t('address.model'), publicModelNameOf(address.externalPath)],
        ]
      : [
          [
            t('addressForm.preview'),
            `POST ${origin}${address.externalPath}/predict`,
          ],
        ];
  return (
    <>
      {lines.map(([label, text]) => (
        <Labelled key={label} label={label ?? ''}>
          <Typography className={classes.address}>{text}</Typography>
        </Labelled>
      ))}
    </>
  );
}
