/** Path and folder of a running program's file. The path, to copy it or to see it in its folder. */
import { label } from '../../../shared/text/label.ts'
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Copy16Regular, FolderOpen16Regular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { ExaminedProcess } from '../../../shared/model/inspection.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { useWords } from '../../text/words-context.ts'
import { BreakablePath } from './Breakable.tsx'
import { ProbeValue } from './ProbeValue.tsx'

export type FileTools = Pick<InspectorBridge, 'copyText' | 'showFile'>

type Outcome = 'copied' | 'not-copied' | 'shown' | 'network-path' | 'path-unknown' | 'not-shown'

const useStyles = makeStyles({
  root: { marginTop: '8px' },
  path: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  way: { color: tokens.colorNeutralForeground3 },
  outcome: {
    marginTop: '4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':empty': { display: 'none' },
  },
})

interface Props {
  readonly process: Pick<ExaminedProcess, 'pid' | 'imagePath' | 'imagePathWay'>
  readonly tools: FileTools
}

async function copyPath(path: string, { copyText }: FileTools): Promise<Outcome> {
  try {
    return (await copyText(path)).ok ? 'copied' : 'not-copied'
  } catch {
    return 'not-copied'
  }
}

async function showFolder(pid: number, { showFile }: FileTools): Promise<Outcome> {
  try {
    const answer = await showFile(pid)
    if (answer.ok) return 'shown'
    const { code } = answer.failure
    return code === 'network-path' || code === 'path-unknown' ? code : 'not-shown'
  } catch {
    return 'not-shown'
  }
}

export function ImageFile({ process: { pid, imagePath, imagePathWay }, tools }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const pathId = useId()
  const [outcome, setOutcome] = useState<Outcome>()
  if (imagePath.state !== 'known') {
    return (
      <p className={mergeClasses(styles.root, styles.path)}>
        {label({ t }, t('window.details.path'))} <ProbeValue probe={imagePath} show={String} />
      </p>
    )
  }
  const path = imagePath.value
  return (
    <div className={styles.root}>
      <p id={pathId} className={styles.path}>
        <BreakablePath path={shortText(path)} />
        {imagePathWay === 'service' && (
          <span className={styles.way}> {t('window.file.wayService')}</span>
        )}
      </p>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<Copy16Regular />}
          aria-describedby={pathId}
          onClick={() => void copyPath(path, tools).then(setOutcome)}
        >
          {t('window.file.copy')}
        </Button>
        <Button
          size="small"
          icon={<FolderOpen16Regular />}
          aria-describedby={pathId}
          onClick={() => void showFolder(pid, tools).then(setOutcome)}
        >
          {t('window.file.show')}
        </Button>
      </div>
      <p role="status" className={styles.outcome}>
        {outcome !== undefined && outcome !== 'shown' && t(`window.file.outcome.${outcome}`)}
      </p>
    </div>
  )
}
