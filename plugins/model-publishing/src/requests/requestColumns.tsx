import {
  AccessRequest,
  AccessRequestRole,
} from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { TimeAgo } from '../formats/TimeAgo';
import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { RequestActions } from './RequestActions';
import { RequestedModel } from './RequestedModel';
import { RequestState } from './RequestState';
import { RequestAction } from './useEndRequest';

export interface RequestColumnOptions {
  side: AccessRequestRole;
  /** On the page of a publication all of them are about its model. */
  ofOneModel: boolean;
  onChoose(request: AccessRequest, action: RequestAction): void;
}

/** The columns of a table of requests for access. */
export function requestColumns(
  t: Texts,
  { side, ofOneModel, onChoose }: RequestColumnOptions,
): Column<AccessRequest>[] {
  const model: Column<AccessRequest> = {
    title: t('requests.columns.model'),
    cell: request => <RequestedModel request={request} />,
  };
  return [
    ...(ofOneModel ? [] : [model]),
    {
      title: t('requests.columns.tenant'),
      cell: ({ tenantId, requestedBy }) => (
        <>
          {tenantId}
          <Typography variant="body2" color="textSecondary">
            {t('requests.by', { name: requestedBy })}
          </Typography>
        </>
      ),
    },
    {
      title: t('requests.columns.reason'),
      cell: ({ reason }) =>
        reason ?? (
          <Typography variant="body2" color="textSecondary">
            {t('requests.noReason')}
          </Typography>
        ),
    },
    {
      title: t('requests.columns.requested'),
      hideBelow: 'md',
      cell: ({ requestedAt }) => <TimeAgo time={requestedAt} />,
    },
    {
      title: t('requests.columns.state'),
      cell: request => <RequestState request={request} />,
    },
    {
      title: t('requests.columns.actions'),
      align: 'right',
      cell: request => (
        <RequestActions
          request={request}
          side={side}
          onChoose={action => onChoose(request, action)}
        />
      ),
    },
  ];
}
