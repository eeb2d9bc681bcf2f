export const root: string
/** `prisma generate`, unless the client is that of this schema already. */
export function generateClient(): Promise<void>
