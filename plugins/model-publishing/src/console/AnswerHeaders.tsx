import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTexts } from '../translation/useTexts';
import { Expandable } from './Expandable';

/** Headers of an answer, by name. */
export function AnswerHeaders({
  headers,
}: {
  headers: Record<string, string>;
}) {
  const t = useTexts();
  const rows = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
  const title = t('console.headers', { number: String(rows.length) });
  return (
    <Expandable title={title}>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell>{t('console.name')}</TableCell>
            <TableCell>{t('console.value')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(([name, value]) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row" role="rowheader">
                {name}
              </TableCell>
              <TableCell style={{ overflowWrap: 'anywhere' }}>
                {value}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Expandable>
  );
}
