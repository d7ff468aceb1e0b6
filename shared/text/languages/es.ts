/** Which words does the program use in Spanish? All areas put together. */
import allProcesses from '../../../assets/texts/es/all-processes.json' with { type: 'json' }
import autostart from '../../../assets/texts/es/autostart.json' with { type: 'json' }
import catalogue from '../../../assets/texts/es/catalogue.json' with { type: 'json' }
import connectionView from '../../../assets/texts/es/connection-view.json' with { type: 'json' }
import connections from '../../../assets/texts/es/connections.json' with { type: 'json' }
import evidence from '../../../assets/texts/es/evidence.json' with { type: 'json' }
import live from '../../../assets/texts/es/live.json' with { type: 'json' }
import look from '../../../assets/texts/es/look.json' with { type: 'json' }
import myths from '../../../assets/texts/es/myths.json' with { type: 'json' }
import ports from '../../../assets/texts/es/ports.json' with { type: 'json' }
import program from '../../../assets/texts/es/program.json' with { type: 'json' }
import recorder from '../../../assets/texts/es/recorder.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/es/shortcuts.json' with { type: 'json' }
import whatIs from '../../../assets/texts/es/what-is.json' with { type: 'json' }
import window from '../../../assets/texts/es/window.json' with { type: 'json' }

export const es = {
  ...allProcesses,
  ...autostart,
  ...catalogue,
  ...connectionView,
  ...connections,
  ...evidence,
  ...live,
  ...look,
  ...myths,
  ...ports,
  ...program,
  ...recorder,
  ...shortcuts,
  ...whatIs,
  ...window,
}
