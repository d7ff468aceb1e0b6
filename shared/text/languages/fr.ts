/** Which words does the program use in French? All areas put together. */
import allProcesses from '../../../assets/texts/all-processes.fr.json' with { type: 'json' }
import autostart from '../../../assets/texts/autostart.fr.json' with { type: 'json' }
import catalogue from '../../../assets/texts/catalogue.fr.json' with { type: 'json' }
import connectionView from '../../../assets/texts/connection-view.fr.json' with { type: 'json' }
import connections from '../../../assets/texts/connections.fr.json' with { type: 'json' }
import evidence from '../../../assets/texts/evidence.fr.json' with { type: 'json' }
import live from '../../../assets/texts/live.fr.json' with { type: 'json' }
import look from '../../../assets/texts/look.fr.json' with { type: 'json' }
import myths from '../../../assets/texts/myths.fr.json' with { type: 'json' }
import ports from '../../../assets/texts/ports.fr.json' with { type: 'json' }
import program from '../../../assets/texts/program.fr.json' with { type: 'json' }
import recorder from '../../../assets/texts/recorder.fr.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/shortcuts.fr.json' with { type: 'json' }
import whatIs from '../../../assets/texts/what-is.fr.json' with { type: 'json' }
import window from '../../../assets/texts/window.fr.json' with { type: 'json' }

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
