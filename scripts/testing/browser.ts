import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const downloadMs = 180_000

/** Root has no sandbox; without the other flag Chromium keeps calling home, which floods a closed network's log. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-gpu',
]

/**
 * The path of a Chromium that starts on this machine: Playwright's own, else the system's, else one that is
 * installed now. Says what it did. @throws with one sentence where there is no way to get one.
 */
export async function ensureBrowser(say: (line: string) => void): Promise<string> {
  const own = chromium.executablePath()
  if (await starts(own)) return own
  if (downloadOwn(say) && (await starts(own))) return told(say, `Playwright's Chromium was downloaded`, own)
  const system = await findSystemBrowser()
  if (system) return told(say, `Playwright's Chromium can't be had here; using ${system}`, system)
  if (installFromDebian(say)) {
    const installed = await findSystemBrowser()
    if (installed) return told(say, `Debian's Chromium was installed: ${installed}`, installed)
  }
  throw new Error(
    'There is no Chromium that starts. Install one (Debian: "apt-get install chromium"; elsewhere: "npx playwright install --with-deps chromium") and run the tests again.',
  )
}

function told(say: (line: string) => void, line: string, path: string): string {
  say(line)
  return path
}

/** Started for real: a browser may be there and lack a system library. */
async function starts(executablePath: string): Promise<boolean> {
  if (!existsSync(executablePath)) return false
  try {
    const browser = await chromium.launch({ executablePath, args: browserArguments, timeout: 30_000 })
    await browser.close()
    return true
  } catch {
    return false
  }
}

async function findSystemBrowser(): Promise<string | null> {
  for (const path of [process.env.CHROMIUM_PATH ?? '', ...systemPaths]) if (await starts(path)) return path
  return null
}

/** Fails within seconds behind a closed network. */
function downloadOwn(say: (line: string) => void): boolean {
  if (existsSync(chromium.executablePath())) return false
  say("Downloading Playwright's Chromium")
  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  const options = { timeout: downloadMs, stdio: 'ignore' } as const
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], options).status === 0
}

function installFromDebian(say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  if (!/^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))) return false
  say("Installing Debian's Chromium (apt-get)")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}
