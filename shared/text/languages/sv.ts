/** Which words does the program use in Swedish? All areas put together. */
import allProcesses from '../../../assets/texts/all-processes.sv.json' with { type: 'json' }
import catalogue from '../../../assets/texts/catalogue.sv.json' with { type: 'json' }
import connectionView from '../../../assets/texts/connection-view.sv.json' with { type: 'json' }
import connections from '../../../assets/texts/connections.sv.json' with { type: 'json' }
import evidence from '../../../assets/texts/evidence.sv.json' with { type: 'json' }
import myths from '../../../assets/texts/myths.sv.json' with { type: 'json' }
import ports from '../../../assets/texts/ports.sv.json' with { type: 'json' }
import program from '../../../assets/texts/program.sv.json' with { type: 'json' }
import whatIs from '../../../assets/texts/what-is.sv.json' with { type: 'json' }
import window from '../../../assets/texts/window.sv.json' with { type: 'json' }

export const sv = {
  ...allProcesses,
  ...catalogue,
  ...connectionView,
  ...connections,
  ...evidence,
  ...myths,
  ...ports,
  ...program,
  ...whatIs,
  ...window,
}
