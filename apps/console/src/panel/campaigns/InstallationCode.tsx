import { CopyField } from '../../ui/copy-field.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { useInstallationCode } from './campaigns.queries.ts'

/** The code that puts a campaign's button on a page, ready to copy. */
export function InstallationCode({ campaignId }: { readonly campaignId: string }) {
  const installation = useInstallationCode(campaignId)
  return (
    <Loaded query={installation} skeleton={<SkeletonLines count={3} />}>
      {({ code }) => <CopyField value={code ?? ''} isCode />}
    </Loaded>
  )
}
