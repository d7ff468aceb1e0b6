/** Which words does the program use in French? All areas put together. */
import allProcesses from '../../../assets/texts/fr/all-processes.json' with { type: 'json' }
import autostart from '../../../assets/texts/fr/autostart.json' with { type: 'json' }
import catalogue from '../../../assets/texts/fr/catalogue.json' with { type: 'json' }
import connectionView from '../../../assets/texts/fr/connection-view.json' with { type: 'json' }
import connections from '../../../assets/texts/fr/connections.json' with { type: 'json' }
import evidence from '../../../assets/texts/fr/evidence.json' with { type: 'json' }
import live from '../../../assets/texts/fr/live.json' with { type: 'json' }
import look from '../../../assets/texts/fr/look.json' with { type: 'json' }
import myths from '../../../assets/texts/fr/myths.json' with { type: 'json' }
import ports from '../../../assets/texts/fr/ports.json' with { type: 'json' }
import program from '../../../assets/texts/fr/program.json' with { type: 'json' }
import recorder from '../../../assets/texts/fr/recorder.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/fr/shortcuts.json' with { type: 'json' }
import whatIs from '../../../assets/texts/fr/what-is.json' with { type: 'json' }
import window from '../../../assets/texts/fr/window.json' with { type: 'json' }

export const fr = {
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
