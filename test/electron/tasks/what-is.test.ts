import { expect, test, vi } from 'vitest'
import { openWhatIs } from '../../../electron/tasks/what-is.ts'
import { failure, success } from '../../../shared/model/result.ts'
import type { Listing } from '../../../shared/model/process.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { listed, listing } from '../../fixtures/listed.ts'

const english = () => Promise.resolve<Language>('en')

test('the answer says what runs, from one list for the letters that are typed in a row', async () => {
  const list = vi.fn(() => Promise.resolve(success(listing([listed(7, 'iTunes.exe')]))))
  const { ask } = openWhatIs({ list, language: english })
  expect((await ask('iTunes.exe')).running).toEqual([{ pid: 7, name: 'iTunes.exe' }])
  expect((await ask('iTunesHelper.exe')).running).toEqual([])
  expect(list).toHaveBeenCalledTimes(1)
})

test('without a list what the process is gets told all the same, and the next question asks again', async () => {
  const list = vi.fn(() => Promise.resolve(failure({ code: 'timeout', detail: '' })))
  const { ask } = openWhatIs({ list, language: english })
  expect(await ask('iTunes.exe')).toMatchObject({ entryId: 'itunes', running: null })
  await ask('iTunes.exe')
  expect(list).toHaveBeenCalledTimes(2)
})

test('a list that throws is no reason to answer nothing', async () => {
  const list = () => Promise.reject<ReturnType<typeof success<Listing>>>(new Error('broken'))
  const { ask } = openWhatIs({ list, language: english })
  expect(await ask('iTunes.exe')).toMatchObject({ entryId: 'itunes', running: null })
})

test('what processes do is searched in the language of the window, as it is now', async () => {
  let language: Language = 'en'
  const { ask } = openWhatIs({
    list: () => Promise.resolve(success(listing([]))),
    language: () => Promise.resolve(language),
  })
  expect((await ask('säkerhetskopiera')).suggestions).toEqual([])
  language = 'sv'
  expect((await ask('säkerhetskopiera')).suggestions).not.toEqual([])
})
