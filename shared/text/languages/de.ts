/** Which words does the program use in German? All areas put together. */
import allProcesses from '../../../assets/texts/all-processes.de.json' with { type: 'json' }
import autostart from '../../../assets/texts/autostart.de.json' with { type: 'json' }
import catalogue from '../../../assets/texts/catalogue.de.json' with { type: 'json' }
import connectionView from '../../../assets/texts/connection-view.de.json' with { type: 'json' }
import connections from '../../../assets/texts/connections.de.json' with { type: 'json' }
import evidence from '../../../assets/texts/evidence.de.json' with { type: 'json' }
import live from '../../../assets/texts/live.de.json' with { type: 'json' }
import look from '../../../assets/texts/look.de.json' with { type: 'json' }
import myths from '../../../assets/texts/myths.de.json' with { type: 'json' }
import ports from '../../../assets/texts/ports.de.json' with { type: 'json' }
import program from '../../../assets/texts/program.de.json' with { type: 'json' }
import recorder from '../../../assets/texts/recorder.de.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/shortcuts.de.json' with { type: 'json' }
import whatIs from '../../../assets/texts/what-is.de.json' with { type: 'json' }
import window from '../../../assets/texts/window.de.json' with { type: 'json' }

export const de = {
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
