import { useWorkplace } from '../../app/api.ts'
import { Page } from '../../ui/page.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { ApiSection } from '../start/ApiSection.tsx'
import { ApiKeyList } from './ApiKeyList.tsx'
import { OAuthClientList } from './OAuthClientList.tsx'

/** Where the API is, and the ways programs sign in to it. */
export function ApiKeysPage() {
  const workplace = useWorkplace()
  return (
    <Page title="API & keys" sentence="Everything a program needs to use the API of your site.">
      <Loaded query={workplace} skeleton={<SkeletonLines count={6} />}>
        {(loaded) => <ApiSection workplace={loaded} />}
      </Loaded>
      <ApiKeyList />
      <OAuthClientList />
    </Page>
  )
}
