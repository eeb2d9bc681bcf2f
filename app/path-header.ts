/** Where the proxy notes the path and query that were asked for: Next.js tells them to no page and no action. */
export const pathHeader = 'x-chatcart-path'
