/** Is it said rightly of each folder who may write to it, whatever it is called and however it is written? */
import { expect, test } from 'vitest'
import { folderAccess, isWritableByUsers } from '../../../shared/judge/folder-access.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'

const places = { ...itunesPlaces, variables: { USERPROFILE: 'D:\\Profiles\\me' } }

test.each([
  ['C:\\Program Files\\iTunes\\x.exe', 'protected'],
  ['C:\\Program Files (x86)\\x.exe', 'protected'],
  ['D:\\Program Files\\iTunes\\x.exe', 'protected'],
  ['D:\\Program Files (x86)\\iTunes\\x.exe', 'protected'],
  ['C:\\Windows\\System32\\x.exe', 'protected'],
  ['C:\\Windows\\x.exe', 'protected'],
  ['C:\\WINNT\\System32\\x.exe', 'protected'],
  ['C:\\Windows\\Temporary\\x.exe', 'protected'],
  ['C:\\Windows\\System32\\Tasks Backup\\x.exe', 'protected'],
  ['C:\\Windows\\Temp\\x.exe', 'user'],
  ['C:\\WINNT\\Temp\\x.exe', 'user'],
  ['c:/windows/tasks/x.exe', 'user'],
  ['C:\\Windows\\Tracing\\x.exe', 'user'],
  ['C:\\Windows\\debug\\WIA\\x.exe', 'user'],
  ['C:\\Windows\\Registration\\CRMLog\\x.exe', 'user'],
  ['C:\\Windows\\System32\\Tasks\\Microsoft\\x.exe', 'user'],
  ['C:\\Windows\\SysWOW64\\Tasks\\x.exe', 'user'],
  ['C:\\Windows\\System32\\spool\\drivers\\color\\x.exe', 'user'],
  ['C:\\Windows\\System32\\spool\\printers\\x.exe', 'user'],
  ['C:\\Windows\\System32\\Microsoft\\Crypto\\RSA\\MachineKeys\\x.exe', 'user'],
  ['C:\\Users\\me\\x.exe', 'user'],
  ['C:\\Users\\ME~1\\AppData\\Local\\Temp\\x.exe', 'user'],
  ['C:\\Documents and Settings\\me\\x.exe', 'user'],
  ['C:\\DOCUME~1\\me\\LOCALS~1\\Temp\\x.exe', 'user'],
  ['C:\\ProgramData\\x\\x.exe', 'user'],
  ['C:\\Temp\\x.exe', 'user'],
  ['D:\\tmp\\x.exe', 'user'],
  ['C:\\PerfLogs\\x.exe', 'user'],
  ['C:\\$Recycle.Bin\\S-1-5-21-1\\x.exe', 'user'],
  ['D:\\RECYCLER\\x.exe', 'user'],
  ['D:\\Profiles\\me\\x.exe', 'user'],
  ['D:\\Profiles\\you\\x.exe', 'open'],
  ['D:\\iTunes\\x.exe', 'open'],
  ['C:\\x.exe', 'open'],
  ['C:\\Program Files \\iTunes\\x.exe', 'open'],
  ['C:\\PROGRA~1\\iTunes\\x.exe', 'unknown'],
  ['\\\\server\\share\\x.exe', 'unknown'],
  ['x.exe', 'unknown'],
  ['', 'unknown'],
])('who may write to the folder of %j: %s', (path, access) => {
  expect(folderAccess(path, places)).toBe(access)
  expect(isWritableByUsers(access as never)).toBe(access === 'user' || access === 'open')
})

const variables = {
  user: [
    ...['APPDATA', 'LocalAppData', 'temp', 'TMP', 'USERPROFILE', 'HOMEPATH', 'Public'],
    ...['ProgramData', 'ALLUSERSPROFILE', 'OneDrive'],
  ],
  protected: [
    ...['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'],
    ...['CommonProgramFiles', 'CommonProgramFiles(x86)', 'CommonProgramW6432'],
  ],
  unknown: ['SOMETHING', 'windir', 'PROGRAMFILES(X64)'],
}

test.each(Object.entries(variables))('paths that begin with a variable: %s', (access, names) => {
  for (const name of names) {
    expect(folderAccess(`%${name}%\\x\\x.exe`, places), name).toBe(access)
  }
})

test('folders of a person are the user’s by the PC’s own variables, on whatever drive', () => {
  const paths = {
    ...{ APPDATA: 'E:\\A', LOCALAPPDATA: 'E:\\B', TEMP: 'E:\\C', TMP: 'E:\\D', PUBLIC: 'E:\\F' },
    ...{ ProgramData: 'E:\\G', ALLUSERSPROFILE: 'E:\\H', OneDrive: 'E:\\I\\', windir: 'E:\\W' },
  }
  for (const letter of ['A', 'B', 'C', 'D', 'F', 'G', 'H', 'I']) {
    expect(folderAccess(`E:\\${letter}\\x.exe`, { ...itunesPlaces, variables: paths })).toBe('user')
  }
  expect(folderAccess('E:\\W\\x.exe', { ...itunesPlaces, variables: paths })).toBe('open')
  // A variable that names a whole drive, or nothing that can be read, makes no folder the user's.
  for (const HOMEPATH of ['\\', 'E:\\', '']) {
    const odd = { ...itunesPlaces, variables: { HOMEPATH } }
    expect(folderAccess('E:\\Tools\\x.exe', odd)).toBe('open')
  }
})

test('a Windows that keeps its programs elsewhere protects them there', () => {
  const knownFolders = {
    ...itunesPlaces.knownFolders,
    ProgramFiles: known('F:\\Programme'),
    'ProgramFiles(x86)': known(null),
    CommonProgramFiles: denied('needs-admin'),
  }
  expect(folderAccess('F:\\Programme\\iTunes\\x.exe', { knownFolders })).toBe('protected')
  expect(folderAccess('F:\\Programmes\\iTunes\\x.exe', { knownFolders })).toBe('open')
})
