/** Where the AI Gateway puts the numbers of tokens of an answer (stack-proof 7, Envoy AI Gateway 1.0). */
export const TOKEN_COST_NAMESPACE = 'io.envoy.ai_gateway';

/** Key of the number that counts against `tokensPerHour`: prompt and answer together. */
export const TOTAL_TOKEN_COST_KEY = 'llm_total_token';
