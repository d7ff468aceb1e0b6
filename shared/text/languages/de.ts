/** Which words does the program use in German? All areas put together. */
import allProcesses from '../../../assets/texts/de/all-processes.json' with { type: 'json' }
import autostart from '../../../assets/texts/de/autostart.json' with { type: 'json' }
import catalogue from '../../../assets/texts/de/catalogue.json' with { type: 'json' }
import connectionView from '../../../assets/texts/de/connection-view.json' with { type: 'json' }
import connections from '../../../assets/texts/de/connections.json' with { type: 'json' }
import evidence from '../../../assets/texts/de/evidence.json' with { type: 'json' }
import live from '../../../assets/texts/de/live.json' with { type: 'json' }
import look from '../../../assets/texts/de/look.json' with { type: 'json' }
import myths from '../../../assets/texts/de/myths.json' with { type: 'json' }
import ports from '../../../assets/texts/de/ports.json' with { type: 'json' }
import program from '../../../assets/texts/de/program.json' with { type: 'json' }
import recorder from '../../../assets/texts/de/recorder.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/de/shortcuts.json' with { type: 'json' }
import whatIs from '../../../assets/texts/de/what-is.json' with { type: 'json' }
import window from '../../../assets/texts/de/window.json' with { type: 'json' }

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
