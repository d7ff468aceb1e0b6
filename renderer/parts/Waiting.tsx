/** The sign that something is on its way, with its words. */
export { Spinner as Waiting } from '@fluentui/react-components'
