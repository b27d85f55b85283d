import { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotificationRecipients,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { TenantAccess } from '../tenancy/TenantAccess';
import { News, OwnerNotifier, Recipient } from './OwnerNotifier';

export interface BackstageOwnerNotifierOptions {
  notifications: Pick<NotificationService, 'send'>;
  access: Pick<TenantAccess, 'ownersOf'>;
  logger: LoggerService;
}

/** Tells people through Backstage's notifications, which a portal may do without. */
export class BackstageOwnerNotifier implements OwnerNotifier {
  readonly #options: BackstageOwnerNotifierOptions;
  #isAway = false;

  constructor(options: BackstageOwnerNotifierOptions) {
    this.#options = options;
  }

  async tell(recipient: Recipient, news: News): Promise<void> {
    const { notifications, logger } = this.#options;
    try {
      const recipients = this.#recipientsOf(recipient);
      if (recipients) {
        await notifications.send({ recipients, payload: news });
        this.#isAway = false;
      }
    } catch (error) {
      if (!this.#isAway) {
        this.#isAway = true;
        logger.warn(
          `Nobody is told what happens to models: notifications cannot be sent, which is not said again until they can be. Install @backstage/plugin-notifications-backend, or ignore this: ${error}`,
        );
      }
    }
  }

  #recipientsOf(recipient: Recipient): NotificationRecipients | undefined {
    if ('user' in recipient) {
      return { type: 'entity', entityRef: recipient.user };
    }
    const owners = this.#options.access.ownersOf(recipient.ownersOf);
    return owners.length === 0
      ? undefined
      : {
          type: 'entity',
          entityRef: owners,
          ...(recipient.except && { excludeEntityRef: recipient.except }),
        };
  }
}
