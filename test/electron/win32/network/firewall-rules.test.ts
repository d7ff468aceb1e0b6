/** Are rules of Windows Firewall read as they were meant, and nothing made of what is no rule? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageSecurityId, reachTest } from '../../../../electron/win32/network/firewall-rules.ts'
import { readProxyEnd } from '../../../../electron/win32/network/port-proxies.ts'
import { readFirewallRule } from '../../../../electron/win32/bytes/read-firewall-rule.ts'

const read = (text: string) => readFirewallRule('{id}', 'this-pc', text)

/** As Windows writes it when somebody answers its question with "Cancel". */
const blocked =
  'v2.30|Action=Block|Active=TRUE|Dir=In|Protocol=17|Profile=Public|App=C:\\program files\\itunes\\itunes.exe|Name=iTunes|Desc=iTunes|Defer=User|'

describe('readFirewallRule', () => {
  it('reads a rule that Windows made for a program', () => {
    expect(read(blocked)).toEqual({
      id: '{id}',
      origin: 'this-pc',
      action: 'block',
      isActive: true,
      direction: 'in',
      program: 'C:\\program files\\itunes\\itunes.exe',
      profiles: ['Public'],
      protocol: 17,
      service: null,
      package: null,
      localPorts: [],
      remotePorts: [],
      remoteAddresses: [],
      isNarrowed: false,
      name: 'iTunes',
    })
  })

  it('reads a rule for every program, network and protocol', () => {
    expect(read('v2.10|Action=Allow|Active=FALSE|Dir=Out|Protocol=256|Name=@x.dll,-1|')).toEqual({
      ...{ id: '{id}', origin: 'this-pc', action: 'allow', isActive: false, direction: 'out' },
      ...{ program: null, service: null, package: null, profiles: [], protocol: null },
      ...{ localPorts: [], remotePorts: [], remoteAddresses: [] },
      ...{ isNarrowed: false, name: '@x.dll,-1' },
    })
  })

  it.each(['LPort=5353', 'RA4=10.0.0.0/255.0.0.0', 'Svc=x', 'IFType=Lan', 'Whatever=1'])(
    'knows that %s narrows a rule',
    (field) => {
      expect(read(`${blocked}${field}|`)?.isNarrowed).toBe(true)
    },
  )

  it('keeps an equals sign in a value, and several networks', () => {
    const rule = read(
      'v2.0|Action=Block|Active=TRUE|Dir=In|Profile=Domain|Profile=Private|Name=a=b|',
    )
    expect(rule).toMatchObject({ name: 'a=b', profiles: ['Domain', 'Private'] })
  })

  it.each([
    ['nothing', ''],
    ['other text', 'hello'],
    ['no version', 'Action=Block|Active=TRUE|Dir=In|'],
    ['no action', 'v2.30|Active=TRUE|Dir=In|'],
    ['an unknown action', 'v2.30|Action=Explode|Active=TRUE|Dir=In|'],
    ['no word on whether it is active', 'v2.30|Action=Block|Dir=In|'],
    ['no direction', 'v2.30|Action=Block|Active=TRUE|'],
    ['two actions', 'v2.30|Action=Block|Action=Allow|Active=TRUE|Dir=In|'],
    ['two programs', 'v2.30|Action=Block|Active=TRUE|Dir=In|App=a.exe|App=b.exe|'],
    ['a field without a name', 'v2.30|=x|Action=Block|Active=TRUE|Dir=In|'],
    ['a field without a value', 'v2.30|Action=Block|Active=TRUE|Dir=In|App|'],
    ['a protocol that there is not', 'v2.30|Action=Block|Active=TRUE|Dir=In|Protocol=999|'],
    ['far too much', `v2.30|Action=Block|Active=TRUE|Dir=In|Name=${'x'.repeat(70_000)}|`],
  ])('makes no rule of %s', (_, text) => {
    expect(read(text)).toBeNull()
  })

  it('survives any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('v2.30', '|', '=', 'Action', 'Block', 'Active', 'TRUE', 'Dir', 'In', 'App'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const rule = read(pieces.join(''))
        if (rule !== null) expect(['allow', 'block', 'bypass']).toContain(rule.action)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('reachTest', () => {
  const iTunes = 'C:\\Program Files\\iTunes\\iTunes.exe'
  const reachOf = reachTest([iTunes, 'C:\\Program Files\\Bonjour\\mDNSResponder.exe'], {
    ProgramFiles: 'C:\\Program Files',
    SystemRoot: 'C:\\Windows',
  })
  const rule = (app: string, change: readonly [string, string] = ['', '']) => {
    const made = read(`v2.30|Action=Block|Active=TRUE|Dir=In|App=${app}|Name=x|`.replace(...change))
    if (made === null) throw new Error('no rule')
    return made
  }

  it.each([
    'C:\\Program Files\\iTunes\\iTunes.exe',
    'c:\\program files\\itunes\\ITUNES.EXE',
    '%ProgramFiles%\\iTunes\\iTunes.exe',
    '%PROGRAMFILES%\\Bonjour\\mDNSResponder.exe',
    'C:/Program Files/iTunes/iTunes.exe',
    '%SystemDrive%\\Program Files\\iTunes\\iTunes.exe',
    '%ProgramW6432%\\iTunes\\iTunes.exe',
    'C:\\PROGRA~1\\iTunes\\iTunes.exe',
    'C:\\Program Files\\iPod\\..\\iTunes\\iTunes.exe',
    '\\\\?\\C:\\Program Files\\iTunes\\iTunes.exe',
  ])('finds a program that is written as %s', (app) => {
    expect(reachOf(rule(app))).toBe('program')
  })

  it.each([
    'iTunes.exe',
    'C:\\Program Files\\iTunes\\iTunes.exe.exe',
    'D:\\Program Files\\iTunes\\iTunes.exe',
    '%ProgramFiles(x86)%\\Other\\Other.exe',
    'C:\\Program Files\\\u0131Tunes\\iTunes.exe',
    'System',
    '',
  ])('does not take %s for it', (app) => {
    expect(reachOf(rule(app))).toBeNull()
  })

  it('passes by rules that allow or are turned off, and tells one for every program apart', () => {
    expect(reachOf(rule(iTunes, ['=Block', '=Allow']))).toBeNull()
    expect(reachOf(rule(iTunes, ['=TRUE', '=FALSE']))).toBeNull()
    expect(reachOf({ ...rule(iTunes), program: null })).toBe('every-program')
  })

  it.each([
    '%ProgramFiles(x86)%\\iTunes\\iTunes.exe',
    '%nothing%C:\\Program Files\\iTunes\\iTunes.exe',
  ])('does not understand %s, because the variable hides what is meant', (app) => {
    expect(reachOf(rule(app))).toBe('not-understood')
  })

  it('makes the security id that Windows makes of a package’s name', () => {
    // Public: the rule that blocks Cortana in scripts of 2016 and later.
    expect(packageSecurityId('Microsoft.Windows.Cortana_cw5n1h2txyewy')).toBe(
      'S-1-15-2-1861897761-1695161497-2927542615-642690995-327840285-2659745135-2630312742',
    )
  })

  it('looks a variable up once only, so that a value cannot grow', () => {
    const grows = reachTest(['%a%%a%'], { a: '%a%%a%' })
    expect(grows(rule('%a%'))).toBe('program')
  })
})

describe('readProxyEnd', () => {
  it.each([
    ['0.0.0.0/27015', { address: '0.0.0.0', port: 27015 }],
    ['*/80', { address: '*', port: 80 }],
    ['fe80::1%4/65535', { address: 'fe80::1%4', port: 65535 }],
    ['host.example/1', { address: 'host.example', port: 1 }],
  ])('reads %s', (text, end) => {
    expect(readProxyEnd(text)).toEqual(end)
  })

  it.each(['', '/', '/80', 'x/', 'x/0', 'x/65536', 'x/-1', 'x/1/2', 'x /1', 'x/1e3', 'x/0x10'])(
    'finds no port in "%s"',
    (text) => {
      expect(readProxyEnd(text)).toBeNull()
    },
  )

  it('finds none in a text without end', () => {
    expect(readProxyEnd(`${'x'.repeat(1_000_000)}/80`)).toBeNull()
  })
})
