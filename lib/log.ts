import { levels, pino } from 'pino'

/** The process's log: JSON lines on standard error, never with anything of a shopper in them. */
export const log = pino(
  { level: levelOf(process.env.LOG_LEVEL), base: undefined },
  pino.destination({ fd: 2, sync: true }),
)

/** An unknown level is for the start to name, among the other variables; pino would throw before it can. */
function levelOf(wanted = ''): string {
  return wanted === 'silent' || wanted in levels.values ? wanted : 'info'
}

/** Reports what went wrong; the error's message and stack go along, not its data. */
export function report(message: string, error?: unknown): void {
  if (error === undefined) log.warn(message)
  else
    log.error(
      { err: error instanceof Error ? { message: error.message, stack: error.stack } : String(error) },
      message,
    )
}
