import {
  LIMIT_NAMES,
  LimitName,
  Limits,
  Publication,
  PublishingGateway,
} from '@inference-portal/plugin-model-publishing-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren } from 'react';
import { useFormats } from '../formats/useFormats';
import { Section } from '../feedback/Section';
import { useTexts } from '../translation/useTexts';
import { limitsOfType } from './limitsOfType';

export interface LimitsInForceProps {
  publication: Pick<
    Publication,
    'modelType' | 'rateLimiting' | 'authentication' | 'updatedAt'
  >;
  /** How exactly the gateway keeps them; only the publisher is told. */
  precision?: PublishingGateway['limits'];
}

/** What is enforced now: the totals, and what the tenants that the caller may know of have besides. */
export function LimitsInForce({
  publication,
  precision,
  children,
}: PropsWithChildren<LimitsInForceProps>) {
  const t = useTexts();
  const formats = useFormats();
  const { modelType, rateLimiting, updatedAt } = publication;
  const tenants = Object.entries(rateLimiting.perTenant ?? {});
  const shown = limitsOfType(modelType);
  // One that has no effect on this type is shown as long as it is kept.
  const kept = LIMIT_NAMES.filter(
    name => shown.includes(name) || rateLimiting[name] !== undefined,
  );
  const valueIn = (limits: Limits, name: LimitName) => {
    const value = limits[name];
    return value === undefined
      ? t('limitsForm.inForce.unlimited')
      : formats.number(value);
  };
  return (
    <Section title={t('limitsForm.inForce.title')}>
      <Typography variant="body2" color="textSecondary">
        {t('limitsForm.inForce.explanation', {
          time: formats.time(updatedAt),
        })}
      </Typography>
      <TableContainer>
        <Table aria-label={t('limitsForm.inForce.title')} size="small">
          <TableHead>
            <TableRow>
              <TableCell scope="col">{t('limitsForm.inForce.limit')}</TableCell>
              <TableCell scope="col" align="right">
                {t('limitsForm.inForce.total')}
              </TableCell>
              {tenants.map(([tenant]) => (
                <TableCell scope="col" align="right" key={tenant}>
                  {tenant}
                </TableCell>
              ))}
              {precision && (
                <TableCell scope="col">
                  {t('limitsForm.inForce.precision')}
                </TableCell>
              )}
            </TableRow>
          </TableHead>
          <TableBody>
            {kept.map(name => (
              <TableRow key={name}>
                <TableCell component="th" scope="row">
                  {t(`limitsForm.${name}`)}
                </TableCell>
                <TableCell align="right">
                  {valueIn(rateLimiting, name)}
                </TableCell>
                {tenants.map(([tenant, limits]) => (
                  <TableCell align="right" key={tenant}>
                    {valueIn(limits, name)}
                  </TableCell>
                ))}
                {precision && (
                  <TableCell>
                    {t(`limitsForm.precision.${precision[name]}`)}
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {children}
    </Section>
  );
}
