/** The value of what does not exist: a pool's weights, a gradient that does not reach a layer. */
export const none = 'none';
export type None = typeof none;
