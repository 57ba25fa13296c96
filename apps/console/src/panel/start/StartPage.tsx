import { useApiQuery } from '../../app/api.ts'
import { Page } from '../../ui/page.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { ApiSection } from './ApiSection.tsx'
import { Checklist } from './Checklist.tsx'
import { InstallSection } from './InstallSection.tsx'

/** How often the page looks whether a step has been done elsewhere. */
const LOOK_AGAIN_MS = 10_000

/** Where a new site begins: three steps, the installation code, and where the API is. */
export function StartPage() {
  const workplace = useApiQuery('parley.workplace', undefined, { refetchEveryMs: LOOK_AGAIN_MS })
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
