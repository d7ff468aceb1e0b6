/** May a package's code ever run where the signing certificate is known or a release can be written? */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requireInBuilder } from '../../scripts/machine/builder-modules.mjs'
import { projectRoot } from '../../scripts/project.mjs'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

const { load } = requireInBuilder('js-yaml') as { load: (text: string) => unknown }
const folder = join(projectRoot, '.github/workflows')
const workflows = readdirSync(folder).map((name) => ({
  name,
  jobs: (load(readFileSync(join(folder, name), 'utf8')) as { jobs: Record<string, Job> }).jobs,
}))
const jobs = workflows.flatMap(({ name, jobs: all }) =>
  Object.entries(all).map(([id, job]) => ({ id: `${name}: ${id}`, job })),
)

/** What could run a package: Node and npm, and whatever of the project starts them. */
const runsPackages = ({ uses = '', run = '' }: Step) =>
  /\b(npm|npx|node|yarn|pnpm)\b|\.ci\/run/.test(run) || uses.startsWith('actions/setup-node')

test('no job that knows a secret of the repository runs a package, or checks its scripts out', () => {
  const knowing = jobs.filter(({ job }) => JSON.stringify(job).includes('secrets.'))
  expect(knowing.map(({ id }) => id)).toEqual([
    'release.yml: sign-program',
    'release.yml: sign-wrapper',
  ])
  for (const { id, job } of knowing) {
    expect(job.steps.filter(runsPackages), id).toEqual([])
    expect(
      job.steps.filter(({ uses = '' }) => uses.includes('checkout')),
      id,
    ).toEqual([])
    expect(job.permissions, id).toEqual({})
  }
})

test('no job that may write runs a package', () => {
  const writing = jobs.filter(({ job }) => Object.values(job.permissions ?? {}).includes('write'))
  expect(writing.map(({ id }) => id)).toEqual(['release.yml: draft'])
  for (const { id, job } of writing) expect(job.steps.filter(runsPackages), id).toEqual([])
})

test('every action is pinned by its commit, and no checkout leaves a token behind', () => {
  for (const { id, job } of jobs) {
    for (const step of job.steps) {
      if (step.uses === undefined) continue
      expect(step.uses, id).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
      if (step.uses.startsWith('actions/checkout')) {
        expect(step, id).toMatchObject({ with: { 'persist-credentials': false } })
      }
    }
  }
})

test('the release has the sums of its files, and the job that publishes checks them', () => {
  const release = readFileSync(join(projectRoot, '.github/workflows/release.yml'), 'utf8')
  expect(release).toMatch(/sha256sum --text \*\.exe \*\.zip \| tee SHA256SUMS\.txt/)
  expect(release).toMatch(/sha256sum --check SHA256SUMS\.txt/)
})
