/** The command line: its actions by name. Runs under plain Node and inside the packaged program. */
import { languageFromTag } from '../../shared/text/languages.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { appIdentity } from '../app-identity.ts'
import { compare } from './actions/compare.ts'
import { showDoctor } from './actions/doctor.ts'
import { paste } from './actions/paste.ts'
import { watch } from './actions/watch.ts'
import { showReport } from './actions/report.ts'
import { readArguments } from './arguments.ts'
import type { Action, CommandLineContext, ExitCode } from './context.ts'
import type { ActionName } from './options.ts'
import { describeUsage } from './usage.ts'
import { printOut } from './write-out.ts'

const actions: Readonly<Record<ActionName, Action>> = {
  report: showReport,
  doctor: showDoctor,
  compare,
  paste,
  watch,
  version: (run) => printOut(`${appIdentity.name} ${appIdentity.version}\n`, run, 0),
  help: (run) => printOut(describeUsage(run.context.program, run.words), run, 0),
}

/** @param argv without the program: what the user typed after it. */
export async function runCommandLine(
  argv: readonly string[],
  context: CommandLineContext,
): Promise<ExitCode> {
  const request = readArguments(argv, languageFromTag(context.systemLanguage) ?? 'en')
  if (!request.ok) {
    await context.stderr(request.failure)
    return 2
  }
  const words = wordsIn(request.value.language)
  return actions[request.value.action]({ request: request.value, words, context })
}
