import { api } from '@parley/contract'
import { useWorkplace } from '../../app/api.ts'
import { CopyField } from '../../ui/copy-field.tsx'

/** The request with which a program reports a conversion, ready to copy. */
export function ApiCall({ name }: { readonly name: string }) {
  const { data } = useWorkplace()
  if (!data) return null
  const body = JSON.stringify({ conversionName: name || 'Order placed', visitorId: '<visitor id>', value: 100 })
  const { method, path } = api.conversionActions.achieved
  const code = [
    `curl -X ${method} ${data.apiBaseUrl}${path}`,
    "-H 'Authorization: Bearer <token>'",
    "-H 'Content-Type: application/json'",
    `-d '${body.replaceAll("'", "'\\''")}'`,
  ].join(' \\\n  ')
  return <CopyField label="What your program sends while the visitor is online" value={code} isCode />
}
