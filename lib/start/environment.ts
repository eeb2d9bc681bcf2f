import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type Env, EnvError, parseEnv } from '../env'
import { makeFolder } from '../make-folder'
import { keptSecret } from '../secret'

/**
 * Parses the environment and completes it with what is kept in the data folder, in `source` itself: Next.js and
 * next-auth read their variables there. Ends the process with one clear message when a variable can't be used.
 */
export function prepareEnvironment(source: NodeJS.ProcessEnv): Env {
  try {
    const env = parseEnv(source)
    const dataDir = resolve(env.DATA_DIR)
    makeFolder(dataDir)
    source.NEXTAUTH_URL = env.PUBLIC_URL
    source.NEXTAUTH_SECRET =
      env.NEXTAUTH_SECRET ?? keptSecret({ dataDir, name: 'nextauth-secret', bytes: randomBytes(32) })
    source.PUBLIC_URL = env.PUBLIC_URL
    Object.assign(source, { NODE_ENV: 'production' })
    source.DATA_DIR = dataDir
    return { ...env, DATA_DIR: dataDir }
  } catch (error) {
    if (!(error instanceof EnvError) && !isFileError(error)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** The data folder can't be made or written: a plain message of Node's, with the path. */
function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
