/** Which words does the program use in English? All areas put together. */
import allProcesses from '../../../assets/texts/all-processes.en.json' with { type: 'json' }
import autostart from '../../../assets/texts/autostart.en.json' with { type: 'json' }
import catalogue from '../../../assets/texts/catalogue.en.json' with { type: 'json' }
import connectionView from '../../../assets/texts/connection-view.en.json' with { type: 'json' }
import connections from '../../../assets/texts/connections.en.json' with { type: 'json' }
import evidence from '../../../assets/texts/evidence.en.json' with { type: 'json' }
import live from '../../../assets/texts/live.en.json' with { type: 'json' }
import look from '../../../assets/texts/look.en.json' with { type: 'json' }
import myths from '../../../assets/texts/myths.en.json' with { type: 'json' }
import ports from '../../../assets/texts/ports.en.json' with { type: 'json' }
import program from '../../../assets/texts/program.en.json' with { type: 'json' }
import recorder from '../../../assets/texts/recorder.en.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/shortcuts.en.json' with { type: 'json' }
import whatIs from '../../../assets/texts/what-is.en.json' with { type: 'json' }
import window from '../../../assets/texts/window.en.json' with { type: 'json' }

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
