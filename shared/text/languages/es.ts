/** Which words does the program use in Spanish? All areas put together. */
import allProcesses from '../../../assets/texts/all-processes.es.json' with { type: 'json' }
import autostart from '../../../assets/texts/autostart.es.json' with { type: 'json' }
import catalogue from '../../../assets/texts/catalogue.es.json' with { type: 'json' }
import connectionView from '../../../assets/texts/connection-view.es.json' with { type: 'json' }
import connections from '../../../assets/texts/connections.es.json' with { type: 'json' }
import evidence from '../../../assets/texts/evidence.es.json' with { type: 'json' }
import live from '../../../assets/texts/live.es.json' with { type: 'json' }
import look from '../../../assets/texts/look.es.json' with { type: 'json' }
import myths from '../../../assets/texts/myths.es.json' with { type: 'json' }
import ports from '../../../assets/texts/ports.es.json' with { type: 'json' }
import program from '../../../assets/texts/program.es.json' with { type: 'json' }
import recorder from '../../../assets/texts/recorder.es.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/shortcuts.es.json' with { type: 'json' }
import whatIs from '../../../assets/texts/what-is.es.json' with { type: 'json' }
import window from '../../../assets/texts/window.es.json' with { type: 'json' }

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
