/** Does a blocking rule count as far as it touches what Apple's programs do, and no further? */
import { expect, test } from 'vitest'
import { relevanceOf } from '../../../shared/connections/firewall-relevance.ts'

type Rule = Parameters<typeof relevanceOf>[0]
const rule = (more: Partial<Rule>): Rule => ({
  ...{ direction: 'out', protocol: null, localPorts: [], remotePorts: [], remoteAddresses: [] },
  ...more,
})
const ofAll = (more: Partial<Rule>) => relevanceOf(rule(more), 'every-program')

test('a rule without limits blocks everything, outward for all and inward for Apple’s own programs', () => {
  expect(ofAll({})).toBe('attention')
  expect(relevanceOf(rule({}), 'every-service')).toBe('attention')
  expect(ofAll({ direction: 'in' })).toBe('info')
  expect(relevanceOf(rule({ direction: 'in' }), 'program')).toBe('attention')
})

test.each<[Partial<Rule>, string | null]>([
  [{ remotePorts: ['443'] }, 'attention'],
  [{ remotePorts: ['5223'], protocol: 6 }, 'attention'],
  [{ remotePorts: ['5223'], protocol: 17 }, null],
  [{ remotePorts: ['5353'], protocol: 17 }, 'attention'],
  [{ remotePorts: ['5353'] }, 'attention'],
  [{ remotePorts: ['5353'], protocol: 6 }, null],
  [{ remotePorts: ['1-79'] }, null],
  [{ remotePorts: ['1-80'] }, 'attention'],
  [{ remotePorts: ['81-442'] }, null],
  [{ remotePorts: ['443-500'] }, 'attention'],
  [{ remotePorts: ['444', '80'] }, 'attention'],
  [{ remotePorts: ['RPC', '123456', '80x'] }, null],
  [{ localPorts: ['443'] }, null],
  [{ protocol: 1 }, null],
  [{ protocol: 58 }, null],
  [{ direction: 'in', localPorts: ['3689'], protocol: 6 }, 'info'],
  [{ direction: 'in', localPorts: ['443'], protocol: 6 }, null],
  [{ direction: 'in', localPorts: ['5353'], protocol: 17 }, 'info'],
  [{ direction: 'in', remotePorts: ['3689'], protocol: 6 }, null],
])('of everybody’s rule %j: %s', (more, severity) => {
  expect(ofAll(more)).toBe(severity)
})

test.each<[string, string | null]>([
  ['Internet', 'attention'],
  ['0.0-255.255.255.255', null],
  ['0.0.0.0-255.255.255', null],
  ['0.0.0.x/0', null],
  ['17.0.0.0/8', 'attention'],
  ['17.0.0.0/255.0.0.0', 'attention'],
  ['17.0.0.0-17.255.255.255', 'attention'],
  ['0.0.0.0/0', 'attention'],
  ['16.0.0.0-18.0.0.0', 'attention'],
  ['17.0.0.1-17.255.255.255', 'info'],
  ['17.0.0.0-17.255.255.254', 'info'],
  ['17.253.1.1', 'info'],
  ['17.253.1.1/32', 'info'],
  ['16.0.0.0-17.0.0.0', 'info'],
  ['17.255.255.255-20.0.0.0', 'info'],
  ['2620:149::/32', 'info'],
  ['2620:149::1-2620:149::9', 'info'],
  ['2001::-2620:149::9', 'info'],
  ['::/0', 'info'],
  ['::-ffff::', 'info'],
  ['16.255.255.255', null],
  ['18.0.0.0', null],
  ['16.0.0.0/8', null],
  ['18.0.0.0/8', null],
  ['2001:db8::/32', null],
  ['LocalSubnet', null],
  ['17.0.0.0/33', 'info'],
  ['17.0.0.0/255.0.255.0', null],
  ['17.0.0.256', null],
  ['17.0.0', null],
  ['17.0.0.5-17.0.0.4', 'info'],
  ['17.0.0.1-x', 'info'],
  ['DNS', null],
  ['17.0.0.0/0', 'attention'],
  ['17.0.0.0/7', 'attention'],
  ['17.0.0.0/9', 'info'],
  ['17.0.0.0/255.128.0.0', 'info'],
  ['17.0.0.0/255.255.255.255', 'info'],
  ['17.1.1.1/', null],
  ['17.1.1.1/x', null],
  ['internet', 'attention'],
  ['x17.1.1.1', null],
])('outward to %s: %s', (address, severity) => {
  expect(ofAll({ remoteAddresses: [address] })).toBe(severity)
})

test.each<[string, string | null]>([
  ['LocalSubnet', 'info'],
  ['localsubnet6', 'info'],
  ['Intranet', 'info'],
  ['Ply2Renders', 'info'],
  ['192.168.0.0/16', 'info'],
  ['192.168.255.255', 'info'],
  ['10.0.0.0', 'info'],
  ['10.255.255.255', 'info'],
  ['172.16.0.0', 'info'],
  ['172.31.255.255', 'info'],
  ['9.0.0.0-10.0.0.0', 'info'],
  ['9.255.255.255', null],
  ['11.0.0.0', null],
  ['172.15.255.255', null],
  ['172.32.0.0', null],
  ['192.167.255.255', null],
  ['192.169.0.0', null],
  ['Internet', null],
  ['MyLocalSubnet', null],
])('inward from %s: %s', (address, severity) => {
  expect(ofAll({ direction: 'in', remoteAddresses: [address] })).toBe(severity)
})

test('one address that matters among others is enough; a rule of Apple’s own that touches nothing is told', () => {
  expect(ofAll({ remoteAddresses: ['1.1.1.1', '17.1.1.1'] })).toBe('info')
  expect(ofAll({ remoteAddresses: ['17.1.1.1', 'Internet'] })).toBe('attention')
  expect(relevanceOf(rule({ remoteAddresses: ['1.1.1.1'] }), 'program')).toBe('info')
  expect(relevanceOf(rule({ remotePorts: ['1'] }), 'program')).toBe('info')
})
