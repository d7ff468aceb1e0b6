/** The details of whatever is chosen. */
import type { Catalogue } from '../../../shared/catalogue/schema.ts'
import type { ProcessAutostart } from '../../../shared/model/autostart.ts'
import type { CatalogueService } from '../../../shared/model/service.ts'
import type { FileTools } from '../../parts/facts/ImageFile.tsx'
import type { DetailsPlace } from './DetailsFrame.tsx'
import { LookAlikeDetails, OtherAppleDetails } from './OtherDetails.tsx'
import { ProcessDetails } from './ProcessDetails.tsx'
import { shownStatus, type Inspected } from '../shown-process.ts'
import type { Subject } from '../subjects.ts'

interface Props extends DetailsPlace {
  readonly subject: Subject
  readonly inspected: Inspected
  readonly services: readonly CatalogueService[]
  readonly autostart: readonly ProcessAutostart[]
  readonly hasInspection: boolean
  readonly hasFailed: boolean
  readonly catalogue: Catalogue
  readonly tools: FileTools
  readonly onOpenSource: (sourceKey: string) => void
}

export function Details(props: Props) {
  const { subject, inspected, hasInspection, hasFailed, tools, headingRef, onBack } = props
  const place = { headingRef, onBack }
  switch (subject.kind) {
    case 'catalogue': {
      const process = inspected.get(subject.id)
      return (
        <ProcessDetails
          entry={subject.entry}
          process={process}
          status={shownStatus(process, hasInspection, hasFailed)}
          services={props.services}
          autostart={props.autostart.find(({ processId }) => processId === subject.id)}
          catalogue={props.catalogue}
          tools={tools}
          onOpenSource={props.onOpenSource}
          {...place}
        />
      )
    }
    case 'look-alike':
      return (
        <LookAlikeDetails
          key={subject.id}
          process={subject.process}
          hasEnded={subject.hasEnded}
          tools={tools}
          {...place}
        />
      )
    case 'other-apple':
      return (
        <OtherAppleDetails
          key={subject.id}
          process={subject.process}
          tools={tools}
          catalogue={props.catalogue}
          onOpenSource={props.onOpenSource}
          {...place}
        />
      )
  }
}
