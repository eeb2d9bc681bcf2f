import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { isOwnerAlive, processOwner } from './process-owner'

const [host, , started] = processOwner().split('~')

test('this process lives', () => {
  expect(isOwnerAlive(processOwner())).toBe(true)
})

test.each([
  ['its pid belongs to another program by now', `${host}~${process.pid}~${Number(started) - 1}`, false],
  ['there is no such pid', `${host}~999999999~1`, false],
  ['no pid at all', `${host}~x~1`, false],
  ['of another host: nobody can tell', 'elsewhere~1~1', null],
])('%s', (_, owner, alive) => {
  expect(isOwnerAlive(owner)).toBe(alive)
})

test.skipIf(process.platform !== 'linux')(
  'one that ended and was not yet buried is dead (needs /proc)',
  async () => {
    // The shell's child becomes `sleep`, which never asks how its own child, started before, has fared.
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 30'])
    try {
      const [line] = await once(parent.stdout, 'data')
      const pid = Number(String(line))
      const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      const start = stat()[19]
      expect(isOwnerAlive(`${host}~${pid}~${start}`)).toBe(true)
      await vi.waitFor(() => expect(stat()[0]).toBe('Z'), { timeout: 5_000 })
      expect(isOwnerAlive(`${host}~${pid}~${start}`)).toBe(false)
    } finally {
      parent.kill('SIGKILL')
    }
  },
)
