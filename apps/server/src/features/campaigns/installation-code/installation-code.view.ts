import type { InstallationCode, Output } from '@parley/contract'

interface Facts {
  readonly publicUrl: string
  readonly siteId: number
  readonly campaignId: string
}

/** The snippet for any HTML page; its names are those of the code that sites have had for years. */
export function viewInstallationCode({ publicUrl, siteId, campaignId }: Facts): Output<typeof InstallationCode> {
  const divId = `comm100-button-${campaignId}`
  return {
    code: `<!-- Parley live chat -->
<div id="${divId}"></div>
<script>
  var Comm100API = Comm100API || {};
  (function (p) { p.chat_buttons = p.chat_buttons || []; p.chat_buttons.push({ code_plan: '${campaignId}', div_id: '${divId}' }); p.site_id = ${siteId}; p.main_code_plan = '${campaignId}';
    var s = document.createElement('script'); s.async = true; s.src = '${publicUrl}/widget/loader.js'; s.charset = 'utf-8'; document.head.appendChild(s) })(Comm100API)
</script>`,
  }
}
