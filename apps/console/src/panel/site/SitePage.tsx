import { Page } from '../../ui/page.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { Gate, useMay } from '../ui/access.tsx'
import { SiteForm } from './SiteForm.tsx'
import { useSite } from './site.queries.ts'

/** Who the company is. */
export function SitePage() {
  const site = useSite(useMay('site.get'))
  return (
    <Page
      title="Company"
      sentence="Who you are, where you are, and how dates and times are shown to your team."
      width="narrow"
    >
      <Gate needs="site.get">
        <Loaded query={site} skeleton={<SkeletonLines count={10} />}>
          {(loaded) => <SiteForm site={loaded} />}
        </Loaded>
      </Gate>
    </Page>
  )
}
