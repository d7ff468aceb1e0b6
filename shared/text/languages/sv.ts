/** Which words does the program use in Swedish? All areas put together. */
import allProcesses from '../../../assets/texts/all-processes.sv.json' with { type: 'json' }
import autostart from '../../../assets/texts/autostart.sv.json' with { type: 'json' }
import catalogue from '../../../assets/texts/catalogue.sv.json' with { type: 'json' }
import connectionView from '../../../assets/texts/connection-view.sv.json' with { type: 'json' }
import connections from '../../../assets/texts/connections.sv.json' with { type: 'json' }
import evidence from '../../../assets/texts/evidence.sv.json' with { type: 'json' }
import live from '../../../assets/texts/live.sv.json' with { type: 'json' }
import look from '../../../assets/texts/look.sv.json' with { type: 'json' }
import myths from '../../../assets/texts/myths.sv.json' with { type: 'json' }
import ports from '../../../assets/texts/ports.sv.json' with { type: 'json' }
import program from '../../../assets/texts/program.sv.json' with { type: 'json' }
import recorder from '../../../assets/texts/recorder.sv.json' with { type: 'json' }
import shortcuts from '../../../assets/texts/shortcuts.sv.json' with { type: 'json' }
import whatIs from '../../../assets/texts/what-is.sv.json' with { type: 'json' }
import window from '../../../assets/texts/window.sv.json' with { type: 'json' }

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
