/** The English texts: the pattern of every other language. A new area is one line here, a type: nothing is loaded. */
/* eslint-disable @typescript-eslint/consistent-type-imports -- with `import type` an area would be two lines */
export type English = typeof import('../../assets/texts/en/actions.json') &
  typeof import('../../assets/texts/en/all-processes.json') &
  typeof import('../../assets/texts/en/autostart.json') &
  typeof import('../../assets/texts/en/catalogue.json') &
  typeof import('../../assets/texts/en/command-line.json') &
  typeof import('../../assets/texts/en/connection-view.json') &
  typeof import('../../assets/texts/en/connections.json') &
  typeof import('../../assets/texts/en/doctor.json') &
  typeof import('../../assets/texts/en/errors.json') &
  typeof import('../../assets/texts/en/evidence.json') &
  typeof import('../../assets/texts/en/frame.json') &
  typeof import('../../assets/texts/en/fleet.json') &
  typeof import('../../assets/texts/en/hosts.json') &
  typeof import('../../assets/texts/en/myths.json') &
  typeof import('../../assets/texts/en/other-programs.json') &
  typeof import('../../assets/texts/en/pc.json') &
  typeof import('../../assets/texts/en/ports.json') &
  typeof import('../../assets/texts/en/processes.json') &
  typeof import('../../assets/texts/en/program.json') &
  typeof import('../../assets/texts/en/recorder.json') &
  typeof import('../../assets/texts/en/report.json') &
  typeof import('../../assets/texts/en/reports.json') &
  typeof import('../../assets/texts/en/search.json') &
  typeof import('../../assets/texts/en/servers.json') &
  typeof import('../../assets/texts/en/services.json') &
  typeof import('../../assets/texts/en/what-is.json') &
  typeof import('../../assets/texts/en/window.json')
