/** Texts of the test console. */
export const consoleMessages = {
  console: {
    title: 'Try it',
    countsFor:
      'Test requests go through the gateway with a short-lived key of tenant {{tenant}} that nobody sees. They count against its limits and usage.',
    countsForChosen:
      'Test requests go through the gateway with a short-lived key of your tenant that nobody sees. They count against its limits and usage.',
    countsForAll:
      'This model is public: test requests go through the gateway without a key. They count against its limits and usage.',
    request: 'Request',
    preset: 'What to ask',
    presets: {
      predict: 'Predict',
      infer: 'Infer (open inference protocol)',
      explain: 'Explain',
      metadata: 'Metadata',
      chat: 'Chat, whole answer',
      chatStreamed: 'Chat, word by word',
      completion: 'Completion',
      embeddings: 'Embeddings',
      response: 'Response',
      model: 'Model description',
    },
    tenant: 'Your tenant that asks',
    body: 'Request body (JSON)',
    bodyHelp:
      'Tab leaves the editor. Ctrl+Enter, or ⌘+Enter, sends the request.',
    modelHelp:
      '"model" can only be the published name, {{model}}, and may be left out.',
    noBody: 'This request has no body.',
    notJson: 'The body is not valid JSON: {{problem}}',
    notObject: 'The body must be a JSON object: { … }',
    tooLarge: 'The body is larger than 1 MiB, the most that can be sent here.',
    reset: 'Back to the example',
    send: 'Send',
    stop: 'Stop',
    asCode: 'This request as code',
    language: 'Language',
    languages: {
      curl: 'curl',
      'python-requests': 'Python (requests)',
      'python-openai': 'Python (openai)',
      javascript: 'JavaScript (fetch)',
      'javascript-openai': 'JavaScript (openai)',
      go: 'Go',
    },
    codeHelp:
      'The key comes from the environment variable {{variable}}: create one for your application under "Keys".',
    copyCode: 'Copy request',
    answer: 'Answer',
    nothingSent:
      'Nothing has been sent yet. Choose what to ask, change the example to your own input, and send it.',
    waiting: 'Waiting for the answer…',
    receiving: 'The answer is coming in…',
    stopped: 'Stopped.',
    complete: 'Complete.',
    status: 'Status',
    latency: 'Time to first byte',
    duration: 'Total time',
    milliseconds: '{{value}} ms',
    headers: 'Headers ({{number}})',
    name: 'Name',
    value: 'Value',
    answerBody: 'Body',
    emptyBody: 'The answer has no body.',
    truncated: 'The answer is longer than 1 MiB and was cut there.',
    copyBody: 'Copy body',
    streamedText: 'Text so far',
    streamEnded: 'Text',
    rawEvents: 'Raw events',
    eventsAsTheyCame: 'Events as they came',
    noStreamedText: 'No text has come yet.',
    refused: 'The portal did not send the request',
    brokenOff: 'The connection to the portal broke off. Send it again.',
    failures: {
      unreachable:
        'The portal cannot reach the gateway. Clients elsewhere may; the conditions of the publication say more.',
      'certificate-refused':
        'The portal does not trust the certificate that the gateway shows for this hostname.',
      timeout:
        'There was no complete answer within 30 seconds. Ask for less, or call the model itself, where longer requests are allowed.',
      'broken-off':
        'The connection to the gateway broke off in the middle. Send it again.',
    },
    meaning: {
      success: '{{status}}: the model has answered',
      redirect:
        '{{status}}: the model points to another address, which is not followed',
      badRequest: '{{status}}: the model cannot make sense of the request',
      unauthorized: '{{status}}: the gateway does not take the key',
      forbidden: '{{status}}: the gateway does not let this tenant in',
      notFound: '{{status}}: nothing answers there',
      tooLarge: '{{status}}: the request is larger than the gateway takes',
      limited: '{{status}}: a limit was hit',
      clientError: '{{status}}: the request was refused',
      unavailable: '{{status}}: the model is away or too slow',
      serverError: '{{status}}: the model has failed',
    },
    advice: {
      redirect: 'The header location says where it points to.',
      badRequest:
        'Compare the body with what the model expects; its metadata and the answer below may say more.',
      unauthorized:
        'A new key takes a moment to reach every gateway. Wait a few seconds and send it again.',
      forbidden:
        'The tenant may have been removed from the allowed tenants. Ask the publisher of the model.',
      notFound:
        'Not every model server has every endpoint, and a new publication needs a few seconds until it is served.',
      tooLarge:
        'Send less at a time, or ask the platform for a larger limit of the gateway.',
      limited: 'Wait, or ask the publisher for a higher limit.',
      limitedUntil:
        'The limit of {{limit}} is used up. It is free again in {{seconds}} s.',
      clientError: 'The answer below says why.',
      unavailable:
        'It may be starting up or scaled to zero. Wait and send it again; the conditions of the publication say more.',
      serverError:
        'The log of the model server says why. Try the example, to see whether it is this input.',
    },
    history: 'Sent in this session',
    historyHelp:
      'The last {{number}} requests, kept in this browser window only and gone when it is reloaded.',
    historyEmpty: 'Nothing yet.',
    outcome: {
      done: '{{status}}, {{duration}} ms',
      stopped: 'stopped',
      failed: 'no complete answer',
      refused: 'not sent',
    },
    show: 'Show',
    showEntry: 'Show request {{number}}, {{preset}}',
    resend: 'Send again',
    resendEntry: 'Send again: request {{number}}, {{preset}}',
  },
} as const;
