/** Texts of the dialogs that change something. */
export const dialogMessages = {
  dialog: {
    cancel: 'Cancel',
    close: 'Close',
    done: 'Done',
  },
  key: {
    label: 'API key',
    shownOnce: 'Copy the key now: it is not shown again.',
    storage:
      'Callers send it as X-API-Key, or as a bearer token. The gateway needs to know it, so it is kept in a Kubernetes Secret in the namespace of the gateway: whoever may read Secrets there can read it. If it is lost or leaked, rotate it.',
    missing:
      'The key was issued, but this portal does not show it. Rotate the key to get one that you can see.',
  },
  rotate: {
    title: 'Rotate the key of {{model}}',
    warning:
      'The present key stops at once. Everybody who uses it is refused until they have the new one.',
    intro:
      'You get a new key for {{tenant}}. Address, limits and everything else stay as they are.',
    submit: 'Rotate key',
    running: 'Replacing the key…',
    failed: 'The key was not rotated',
    doneTitle: 'New key of {{model}}',
    done: 'The new key works, and the previous one does not any more.',
    pending:
      'The key was replaced, but the gateway has not answered with the new one yet. This is usually a matter of seconds; try again if a request is refused.',
  },
  unpublish: {
    title: 'Unpublish {{model}}',
    intro: 'This takes {{model}} of {{tenant}} off the gateway. Removed are:',
    address: 'the address {{url}}, which becomes free for others',
    modelName:
      'the model name {{model}} at {{baseUrl}}, which becomes free for others',
    keys: 'all of its API keys, which stop at once and do not come back',
    public: 'the access without a key',
    limits: 'its limits and its record',
    kept: 'The model itself keeps running inside the cluster.',
    confirm: 'Type {{model}} to confirm',
    submit: 'Unpublish',
    running: 'Removing… this can take up to 15 seconds',
    failed: 'The model was not unpublished',
    doneTitle: '{{model}} is unpublished',
    done: 'Its address answers nobody any more.',
    pendingTitle: '{{model}} is being unpublished',
    pending:
      'The removal goes on by itself; the list shows the model until it is done.',
  },
} as const;
