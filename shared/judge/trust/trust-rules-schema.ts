/** The shape of `assets/catalogue/trust-rules.json`. */
import { z } from 'zod'
import { evidenceSchema } from '../../catalogue/schemas/catalogue-schema.ts'

const trustRuleIdSchema = z.enum([
  /** The listed name is the catalogue's, and the program file still bears it. */
  'name',
  /** The file lies directly in a folder that the catalogue lists. */
  'folder-listed',
  /** The file lies in the same folder of the other Program Files: older 32-bit editions, or newer 64-bit ones. */
  'folder-twin',
  /** The file lies in or below a folder that the installer recorded: a custom folder is legitimate. */
  'folder-of-installer',
  /** The file lies in the folder of one of Apple's Store packages. */
  'folder-of-store',
  /** Windows Installer has put the file aside: nobody can tell any more where it lay, and that is nobody's fault. */
  'folder-set-aside',
  /** The signature is sound, and CN and O are Apple's. Nothing else of the subject counts. */
  'signer-name',
  /** The signer calls itself Apple, and this PC does not trust the root of the signature: neither good nor bad. */
  'signer-root',
  /** A Store copy needs no signature of its own; one that is there must be sound and Apple's. */
  'signer-of-store',
  /** Another maker's sound signature is named, never called a fake: some ship real programs of the same name. */
  'signer-other-maker',
  /** Some genuine programs load whatever library lies beside them: that one must be Apple's too. */
  'signer-of-neighbour',
  /** Another maker's program that loads a library from its own folder was moved together with a foreign one. */
  'library-of-other-maker',
  /** The file's own record of its first name is the name that it bears. */
  'original-name',
])

const ruleSchema = z.strictObject({
  id: trustRuleIdSchema,
  fact: z.enum(['name', 'folder', 'signer', 'originalName']),
  ...evidenceSchema.shape,
})

const subjectSchema = z.strictObject({
  commonName: z.string().min(1),
  organization: z.string().min(1),
})

export const trustRulesSchema = z.strictObject({
  rules: z.array(ruleSchema),
  signers: z.strictObject({
    accepted: z.array(subjectSchema).min(1),
    /** Names under which Apple is known to have published, but never seen in a signature: neither good nor bad. */
    unconfirmed: z.array(subjectSchema),
    ...evidenceSchema.shape,
  }),
  /** Windows lets nobody else install packages under this publisher id. */
  storePublisher: z.strictObject({
    namePrefix: z.string().min(1),
    publisherId: z.string().regex(/^[a-z0-9]{13}$/),
    /** CN of the certificates by which the Store signs the publisher's packages; the id is made from it. */
    certificateName: z.string().regex(/^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
    ...evidenceSchema.shape,
  }),
  neighbours: z.array(
    z.strictObject({
      /** Programs that load the library from their own folder. */
      hosts: z.array(z.string().min(1)).min(1),
      fileName: z.string().min(1),
      ...evidenceSchema.shape,
    }),
  ),
  /** Other makers who are known to ship a program under one of the catalogue's names, and where. */
  otherMakers: z.array(
    z.strictObject({
      imageName: z.string().min(1),
      signer: subjectSchema,
      folders: z.array(z.string().regex(/^%[^%]+%(\\[^\\]+)*$/)).min(1),
      /** Loaded from the program's own folder: a planted one runs with it. */
      library: z.string().min(1).optional(),
      ...evidenceSchema.shape,
    }),
  ),
  /** Names that are not Apple's alone: everyday words, and programs that others build from Apple's published source. */
  sharedNames: z.array(
    z.strictObject({
      imageName: z.string().min(1),
      /** `everyday`: words that anybody chooses. `open-source`: a program that others build from Apple's source. */
      why: z.enum(['everyday', 'open-source']),
      ...evidenceSchema.shape,
    }),
  ),
})

export type TrustRules = z.infer<typeof trustRulesSchema>
