import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { Texts, useTexts } from '../translation/useTexts';
import { ConsolePane } from './ConsolePane';
import { TestAnswer } from './TestAnswer';
import { Exchange, HISTORY_LENGTH } from './useHistory';

export interface HistoryPaneProps {
  exchanges: Exchange[];
  isRunning: boolean;
  onShow(answer: TestAnswer): void;
  onResend(answer: TestAnswer): void;
}

/** What has been sent in this session, to look at and to send again. */
export function HistoryPane({
  exchanges,
  isRunning,
  onShow,
  onResend,
}: HistoryPaneProps) {
  const t = useTexts();
  return (
    <ConsolePane title={t('console.history')}>
      <Typography variant="body2" color="textSecondary">
        {t('console.historyHelp', { number: String(HISTORY_LENGTH) })}
      </Typography>
      {exchanges.length === 0 ? (
        <Typography variant="body2">{t('console.historyEmpty')}</Typography>
      ) : (
        <List dense disablePadding aria-label={t('console.history')}>
          {exchanges.map(({ number, answer }) => {
            const preset = t(`console.presets.${answer.request.preset}`);
            const about = { number: String(number), preset };
            return (
              <ListItem key={number} disableGutters divider>
                <ListItemText
                  primary={`${number}. ${preset}`}
                  secondary={outcomeText(t, answer)}
                />
                <Button
                  size="small"
                  disabled={isRunning}
                  aria-label={t('console.showEntry', about)}
                  onClick={() => onShow(answer)}
                >
                  {t('console.show')}
                </Button>
                <Button
                  size="small"
                  disabled={isRunning}
                  aria-label={t('console.resendEntry', about)}
                  onClick={() => onResend(answer)}
                >
                  {t('console.resend')}
                </Button>
              </ListItem>
            );
          })}
        </List>
      )}
    </ConsolePane>
  );
}

function outcomeText(t: Texts, { response, outcome }: TestAnswer): string {
  switch (outcome.state) {
    case 'done':
      return t('console.outcome.done', {
        status: String(response?.status),
        duration: outcome.durationMs.toLocaleString(),
      });
    case 'stopped':
    case 'failed':
    case 'refused':
      return t(`console.outcome.${outcome.state}`);
    case 'running':
      return t('console.waiting');
    default:
      throw new Error(`Unexpected outcome ${outcome satisfies never}`);
  }
}
