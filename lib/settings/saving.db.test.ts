import { afterAll, expect, test } from 'vitest'
import { closeDb } from '../db'
import { generalFields, getGeneralSettings, updateGeneral } from './general'
import { getMessages, updateMessages } from './messages'
import { versionOf } from './saving'

afterAll(closeDb)

const readGeneral = async () => generalFields(await getGeneralSettings())

test('of two who opened the settings, the second to save is told what the first saved', async () => {
  const opened = await readGeneral()
  const version = versionOf(opened)
  expect(await updateGeneral({ ...opened, storeName: 'First', version }, null)).toEqual({ ok: true })
  const first = { ...opened, storeName: 'First' }
  expect(await updateGeneral({ ...opened, currency: 'BRL', version }, null)).toEqual({
    ok: false,
    reason: 'changed_meanwhile',
    current: first,
    by: null,
  })
  expect(await readGeneral()).toEqual(first)
  const now = { ...first, currency: 'BRL' }
  expect(await updateGeneral({ ...now, version: versionOf(first) }, null)).toEqual({ ok: true })
  expect(await readGeneral()).toEqual(now)
})

test('messages and general settings do not stand in each other’s way', async () => {
  const [messages, general] = [await getMessages(), await readGeneral()]
  const version = versionOf(messages)
  await updateGeneral({ ...general, storeName: 'Meanwhile', version: versionOf(general) }, null)
  expect(await updateMessages({ ...messages, floating: 'First', version }, null)).toEqual({ ok: true })
  expect(await updateMessages({ ...messages, floating: 'Second', version }, null)).toMatchObject({
    ok: false,
    current: { floating: 'First' },
  })
  expect((await getMessages()).floating).toBe('First')
})
