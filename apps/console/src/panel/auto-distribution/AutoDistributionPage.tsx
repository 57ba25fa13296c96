import { Page } from '../../ui/page.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { useSettings } from '../settings/settings.queries.ts'
import { Gate, ReadOnlyNote } from '../ui/access.tsx'
import { AutoDistributionForm } from './AutoDistributionForm.tsx'
import { useAutoDistribution } from './auto-distribution.queries.ts'

/** How waiting chats find an agent. */
export function AutoDistributionPage() {
  const settings = useAutoDistribution()
  // The switch above the form is one of the site's features: both come at once, so that nothing moves.
  const features = useSettings()
  return (
    <Page
      title="Auto distribution"
      sentence="Parley gives each new chat to one agent, so that nobody has to race for it."
      width="narrow"
    >
      <Gate needs="autoDistribution.get">
        <ReadOnlyNote needs="autoDistribution.update" />
        <Loaded query={settings} skeleton={<SkeletonLines count={8} />}>
          {(loaded) => <Loaded query={features}>{() => <AutoDistributionForm settings={loaded} />}</Loaded>}
        </Loaded>
      </Gate>
    </Page>
  )
}
