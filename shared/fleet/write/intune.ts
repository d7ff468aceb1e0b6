/** A detection script for Intune's remediations: prints the facts of a PC as one line. Detection only. */
import { catalogueVersion } from '../../catalogue/catalogue-version.ts'
import type { Catalogue } from '../../catalogue/schemas/catalogue-schema.ts'
import type { TrustRules } from '../../judge/trust/trust-rules-schema.ts'
import { ownMark } from '../own-facts.ts'
import { appleFolders } from '../table-rows.ts'
import { headLines } from './head.ts'

/** What Intune keeps, less the end of the line. */
const longestOutput = 2_047

export function writeDetection({ processes }: Catalogue, rules: TrustRules): string {
  const names = processes.map(({ imageName }) => imageName)
  const services = processes.flatMap(({ service }) => service?.keyNames ?? [])
  const automatic = processes.flatMap(({ service }) =>
    service?.startType === 'automatic' ? service.keyNames : [],
  )
  const shared = rules.sharedNames.map(({ imageName }) => imageName)
  const beside = [
    ...rules.neighbours.flatMap(({ hosts, fileName }) => hosts.map((host) => [host, fileName])),
    ...rules.otherMakers.flatMap(({ imageName, library }) =>
      library === undefined ? [] : [[imageName, library]],
    ),
  ]
  const wanted = processes.filter(
    ({ id, service, autostart }) =>
      id === 'itunes' || service !== undefined || autostart !== undefined,
  )
  const places = wanted.flatMap(({ id, imageName, folders }) =>
    folders.flatMap(({ path }) => {
      const [, root = '', rest = ''] = /^%([^%:]+)%(.*)$/.exec(path) ?? []
      return root === '' ? [] : [`${id}|${root}|${rest}\\${imageName}`]
    }),
  )
  const folder = appleFolders(processes)
    .map((tail) => tail.replaceAll('\\', '\\\\').replaceAll('.', '\\.'))
    .join('|')
  return [
    ...headLines("detection script for Intune's remediations", [
      'Prints the facts of the PC as one line of ASCII JSON. It changes nothing, holds no remediation, and must have none beside it.',
      'No names of persons: user folders and shares become "_". It does not see the hosts file, firewall, ports or start-up entries.',
      'Exit 1: a service of Apple that starts by itself is off, or a program with a name of Apple alone is unsigned or changed.',
      'Not run on Windows yet: try it on one PC first. 64-bit PowerShell, as SYSTEM. Save without a byte order mark.',
    ]).map((line) => `# ${line}`),
    "$ErrorActionPreference = 'SilentlyContinue'",
    `$names = ${array(names)}`,
    `$services = ${array(services)}`,
    `$automatic = ${array(automatic)}`,
    `$shared = ${array(shared)}`,
    `$beside = @{}; ${array(beside.map(([host = '', library = '']) => `${host}|${library}`))} | ForEach-Object { $h, $l = $_.Split('|'); $beside[$h] = @($beside[$h] + $l) }`,
    `$places = ${array([...new Set(places)])}`,
    `$apple = '(?i)(?:${folder})'`,
    '',
    'function Hide([string]$path) {',
    "  if ($path -match '^\\\\\\\\[^?.]') { return '\\\\_\\_\\' }",
    "  $path -replace '(?i)(\\\\(?:Users|Documents and Settings)\\\\)[^\\\\]+', '$1_'",
    '}',
    '# Result, subject and issuer of a file that is there; empty for one that is not.',
    'function Sign([string]$file) {',
    "  if (-not $file -or -not (Test-Path -LiteralPath $file)) { return @('', '', '') }",
    '  $s = Get-AuthenticodeSignature -LiteralPath $file',
    '  $c = $s.SignerCertificate',
    "  if (-not $c) { return @([string]$s.Status, '', '') }",
    "  $cn = $c.GetNameInfo('SimpleName', $false)",
    "  $o = if ($c.Subject -match '(?:^|, )O=(?:\"([^\"]*)\"|([^,]*))') { $Matches[1] + $Matches[2] } else { '' }",
    "  $subject = if ($cn -eq $o) { $cn } else { 'CN=\"' + $cn + '\", O=\"' + $o + '\"' }",
    '  # The issuer matters only where a certificate vouches for itself.',
    "  $issuer = if ($c.Issuer -eq $c.Subject) { $subject } else { '' }",
    '  @([string]$s.Status, $subject, $issuer)',
    '}',
    '',
    "$key = Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion'",
    "$roots = [ordered]@{ 'ProgramFiles' = $key.ProgramFilesDir; 'ProgramFiles(x86)' = $key.'ProgramFilesDir (x86)'; 'CommonProgramFiles' = $key.CommonFilesDir; 'CommonProgramFiles(x86)' = $key.'CommonFilesDir (x86)' }",
    '$found = Get-CimInstance Win32_Service | Where-Object { $services -contains $_.Name }',
    '$bad = $false',
    '# Lists, because ConvertTo-Json of 5.1 writes arrays that went through a pipe as objects.',
    '$rows = New-Object Collections.Generic.List[object]',
    'foreach ($s in $found) {',
    "  $off = $automatic -contains $s.Name -and ($s.StartMode -eq 'Disabled' -or $s.State -eq 'Stopped')",
    '  if ($off) { $bad = $true }',
    "  $file = $s.PathName.Trim().Trim('\"')",
    "  $there = if ($file -like '*.exe') { [int](Test-Path -LiteralPath $file) } else { $null }",
    "  $who = if ($s.StartName -match '^(LocalSystem|\\.\\\\LocalSystem|NT AUTHORITY\\\\.*)$') { $s.StartName } else { '_' }",
    "  $rows.Add(@($s.Name, $s.State, $s.StartMode, '', $who, [long]$s.ExitCode, [long]$s.ServiceSpecificExitCode, $there))",
    '}',
    '$running = New-Object Collections.Generic.List[object]',
    'foreach ($p in (Get-CimInstance Win32_Process | Sort-Object Name, ExecutablePath)) {',
    '  $named = $names -contains $p.Name',
    '  if (-not $named -and [string]$p.ExecutablePath -notmatch $apple) { continue }',
    '  $result, $subject, $issuer = Sign $p.ExecutablePath',
    "  if ($named -and $shared -notcontains $p.Name -and $p.ExecutablePath -notmatch '\\\\WindowsApps\\\\AppleInc\\.' -and $result -in 'NotSigned', 'HashMismatch') { $bad = $true }",
    '  $service = ($found | Where-Object { $_.ProcessId -eq $p.ProcessId } | Select-Object -First 1).Name',
    '  $libraries = New-Object Collections.Generic.List[object]',
    '  foreach ($l in $beside[$p.Name]) { if ($p.ExecutablePath) { $file = Join-Path (Split-Path $p.ExecutablePath) $l; $libraries.Add(@($l, [int](Test-Path -LiteralPath $file)) + (Sign $file)) } }',
    "  $name = if ($p.ExecutablePath) { '' } else { $p.Name }",
    "  $running.Add(@($name, (Hide $p.ExecutablePath), $result, $subject, $issuer, '', [string]$service, 0, $libraries))",
    '}',
    "$packages = @(Get-AppxPackage -AllUsers -Name 'AppleInc.*' | Select-Object -ExpandProperty PackageFullName -Unique | Select-Object -First 4)",
    "$installed = @(foreach ($place in $places) { $id, $root, $rest = $place.Split('|'); if ($roots[$root] -and (Test-Path -LiteralPath ($roots[$root] + $rest))) { $id } }) | Select-Object -Unique",
    "$itunes = Get-Item -LiteralPath ($roots['ProgramFiles'] + '\\iTunes\\iTunes.exe')",
    '$os = [Environment]::OSVersion.Version',
    '$more = 0',
    'do {',
    `  $facts = [ordered]@{ inspector = '${ownMark}'; catalogue = '${catalogueVersion()}'; at = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds(); windows = "$($os.Major).$($os.Minor).$($os.Build)"; arch = $env:PROCESSOR_ARCHITECTURE; more = $more; folders = $roots; packages = $packages; installed = @($installed); products = @($itunes.VersionInfo.ProductVersion | Where-Object { $_ }); services = $rows; processes = $running }`,
    "  $line = [regex]::Replace((ConvertTo-Json $facts -Compress -Depth 6), '[^ -~]', { param($m) '\\u{0:x4}' -f [int][char]$m.Value })",
    `  if ($line.Length -le ${longestOutput} -or $running.Count -eq 0) { break }`,
    '  $running.RemoveAt($running.Count - 1); $more++',
    '} while ($true)',
    '$line',
    'exit [int]$bad',
    '',
  ].join('\n')
}

const array = (values: readonly string[]) =>
  `@(${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`
