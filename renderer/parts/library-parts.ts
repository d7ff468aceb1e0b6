/**
 * Parts of the first view that need the component library. They are one file, which is loaded after the first picture.
 */
export { Button, Spinner } from '@fluentui/react-components'
export { About } from '../frame/About.tsx'
export { Details } from '../itunes-processes/details/Details.tsx'
export { FailurePanel } from './FailurePanel.tsx'
export { FocusMarks } from './FocusMarks.tsx'
export { HeaderControls } from '../frame/HeaderControls.tsx'
export { Notice } from './Notice.tsx'
export { SearchHits } from '../frame/SearchHits.tsx'
export { SlowLook } from './SlowLook.tsx'
