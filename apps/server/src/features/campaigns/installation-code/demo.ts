import type { App } from '../../../context.ts'
import { findDemoCampaign } from './demo.query.ts'
import { viewInstallationCode } from './installation-code.view.ts'

/** The installation code the demo shop carries: that of the first campaign of the first site. */
export async function findDemoInstallationCode(app: App): Promise<string> {
  const campaign = await findDemoCampaign(app.database.db)
  if (!campaign) return ''
  return viewInstallationCode({ publicUrl: app.publicUrl(), ...campaign }).code ?? ''
}
