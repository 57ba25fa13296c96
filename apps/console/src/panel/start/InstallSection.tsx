import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { AppLink } from '../../ui/app-link.tsx'
import { Section } from '../../ui/page.tsx'
import { InstallationCode } from '../campaigns/InstallationCode.tsx'
import classes from './start.module.css'
import { useInstallation } from './start.queries.ts'

/** The first campaign's installation code, and a page where it already works. */
export function InstallSection({ campaignId }: { readonly campaignId: string | null }) {
  const { data: installation } = useInstallation()
  const demo = installation?.demoUrl && (
    <Button
      component="a"
      href={installation.demoUrl}
      target="_blank"
      rel="noopener"
      variant="default"
      rightSection={<IconExternalLink size={16} />}
    >
      Open demo shop
    </Button>
  )
  return (
    <div id="install" className={classes.anchor}>
      <Section
        title="Installation code"
        sentence="Paste it before </body> on every page that should have the chat button."
      >
        {campaignId ? (
          <>
            <InstallationCode campaignId={campaignId} />
            {demo && (
              <div className={classes.foot}>
                {demo}
                <span className={classes.note}>A page where it works already.</span>
              </div>
            )}
          </>
        ) : (
          <p className={classes.note}>
            There is no campaign yet. <AppLink href="/panel/campaigns?open=new">Add a campaign</AppLink> to get its
            code.
          </p>
        )}
      </Section>
    </div>
  )
}
