import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

export interface ManifestActionsProps {
  yaml: string;
  fileName: string;
}

/** The ways to take the manifests elsewhere. */
export function ManifestActions({ yaml, fileName }: ManifestActionsProps) {
  const t = useTexts();
  const classes = useStyles();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(yaml);
    toast(t('manifests.copied'));
  };
  return (
    <div className={classes.root}>
      <Button variant="outlined" onClick={copy}>
        {t('manifests.copy')}
      </Button>
      <Button
        variant="outlined"
        component="a"
        href={`data:application/yaml;charset=utf-8,${encodeURIComponent(yaml)}`}
        download={fileName}
      >
        {t('manifests.download')}
      </Button>
    </div>
  );
}
