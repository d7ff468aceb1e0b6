/** Which words does the program use in Swedish? All areas put together. */
import allProcesses from '../../../assets/texts/sv/all-processes.json' with { type: 'json' }
import autostart from '../../../assets/texts/sv/autostart.json' with { type: 'json' }
import catalogue from '../../../assets/texts/sv/catalogue.json' with { type: 'json' }
import connectionView from '../../../assets/texts/sv/connection-view.json' with { type: 'json' }
import connections from '../../../assets/texts/sv/connections.json' with { type: 'json' }
import evidence from '../../../assets/texts/sv/evidence.json' with { type: 'json' }
import live from '../../../assets/texts/sv/live.json' with { type: 'json' }
import look from '../../../assets/texts/sv/look.json' with { type: 'json' }
import myths from '../../../assets/texts/sv/myths.json' with { type: 'json' }
import ports from '../../../assets/texts/sv/ports.json' with { type: 'json' }
import program from '../../../assets/texts/sv/program.json' with { type: 'json' }
import recorder from '../../../assets/texts/sv/recorder.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/sv/shortcuts.json' with { type: 'json' }
import whatIs from '../../../assets/texts/sv/what-is.json' with { type: 'json' }
import window from '../../../assets/texts/sv/window.json' with { type: 'json' }

export const sv = {
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
