import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardActions from '@material-ui/core/CardActions';
import CardContent from '@material-ui/core/CardContent';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { SandboxUser } from './SandboxUser';

export interface SandboxUserChooserProps {
  users: SandboxUser[];
  onChoose(userEntityRef: string): void;
}

/** One card per user, with what the user may do. */
export function SandboxUserChooser({
  users,
  onChoose,
}: SandboxUserChooserProps) {
  return (
    <Grid container component="ul" style={{ listStyle: 'none', padding: 0 }}>
      {users.map(({ userEntityRef, title, description }) => (
        <Grid item component="li" xs={12} sm={6} md={4} key={userEntityRef}>
          <Card>
            <CardContent>
              <Typography variant="h5" component="h2" gutterBottom>
                {title}
              </Typography>
              <Typography gutterBottom>{description}</Typography>
              <Typography variant="caption" color="textSecondary">
                {userEntityRef}
              </Typography>
            </CardContent>
            <CardActions>
              <Button
                variant="contained"
                color="primary"
                onClick={() => onChoose(userEntityRef)}
              >
                Sign in as {title}
              </Button>
            </CardActions>
          </Card>
        </Grid>
      ))}
    </Grid>
  );
}
