/** Which words does the program use in English? All areas put together. */
import allProcesses from '../../../assets/texts/en/all-processes.json' with { type: 'json' }
import autostart from '../../../assets/texts/en/autostart.json' with { type: 'json' }
import catalogue from '../../../assets/texts/en/catalogue.json' with { type: 'json' }
import connectionView from '../../../assets/texts/en/connection-view.json' with { type: 'json' }
import connections from '../../../assets/texts/en/connections.json' with { type: 'json' }
import evidence from '../../../assets/texts/en/evidence.json' with { type: 'json' }
import live from '../../../assets/texts/en/live.json' with { type: 'json' }
import look from '../../../assets/texts/en/look.json' with { type: 'json' }
import myths from '../../../assets/texts/en/myths.json' with { type: 'json' }
import ports from '../../../assets/texts/en/ports.json' with { type: 'json' }
import program from '../../../assets/texts/en/program.json' with { type: 'json' }
import recorder from '../../../assets/texts/en/recorder.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/en/shortcuts.json' with { type: 'json' }
import whatIs from '../../../assets/texts/en/what-is.json' with { type: 'json' }
import window from '../../../assets/texts/en/window.json' with { type: 'json' }

export const en = {
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
