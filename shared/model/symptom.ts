/** What brings somebody to the doctor: the symptoms, by the ids that command line and reports use. */
export const symptoms = [
  'not-recognised',
  'does-not-sync',
  'backup-fails',
  'restore-error',
  'wifi-sync',
  'does-not-install',
  'opens-by-itself',
  'network-not-found',
  'heavy',
  'remove-all',
  'suspicious',
] as const
export type Symptom = (typeof symptoms)[number]
