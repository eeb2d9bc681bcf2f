import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/**
 * What is done once to the files that browsers get, so that no start of a page pays for it.
 * @param {string} next Next.js's build, `.next`.
 */
export async function finishStaticFiles(next) {
  hintStartScripts(next)
  await compressFiles(join(next, 'static'))
}

/** Chromium only compiles scripts aside that come in more than one piece; smaller ones would be compiled whole, in the way. */
const smallScript = 25_000

/**
 * Every page runs React and Next.js's router as it starts. Told so, V8 compiles all of them while they load, on another
 * thread; else it does so function by function, which blocks a slow phone for 0.2 s longer (measured).
 * https://v8.dev/blog/explicit-compile-hints
 */
function hintStartScripts(next) {
  const { rootMainFiles } = JSON.parse(readFileSync(join(next, 'build-manifest.json'), 'utf8'))
  for (const file of rootMainFiles) {
    const path = join(next, file)
    const source = readFileSync(path, 'utf8')
    if (source.length > smallScript) writeFileSync(path, `//# allFunctionsCalledOnLoad\n${source}`)
  }
}

const compressors = [
  ['br', text => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })],
  ['gz', text => promisify(gzip)(text, { level: 9 })],
]

/** Writes `file.br` and `file.gz` beside each text, for lib/start/static-files.ts. */
async function compressFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && /\.(js|css|svg)$/.test(entry.name),
  )
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    const text = readFileSync(path)
    for (const [ending, compress] of compressors) {
      // Whole or not at all: a server that is running may read it.
      writeFileSync(`${path}.part`, await compress(text))
      renameSync(`${path}.part`, `${path}.${ending}`)
    }
  }
}
