import { useWorkplace } from '../../app/api.ts'
import { Page } from '../../ui/page.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { ApiSection } from './ApiSection.tsx'
import { Checklist } from './Checklist.tsx'
import { InstallSection } from './InstallSection.tsx'

/** Where a new site begins: three steps, the installation code, and where the API is. */
export function StartPage() {
  const workplace = useWorkplace()
  return (
    <Page
      title="Start"
      sentence="From here to your first chat, and everything a program needs to use the API."
      width="narrow"
    >
      <Loaded query={workplace} skeleton={<SkeletonLines count={10} />}>
        {(loaded) => (
          <>
            <Checklist workplace={loaded} />
            <InstallSection campaignId={loaded.defaultCampaignId} />
            <ApiSection workplace={loaded} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
