import { useQuery } from '@tanstack/react-query'
import { describeInstallation } from '../../app/session.ts'

/** Version of the installation, and its demo shop if there is one. */
export function useInstallation() {
  return useQuery({ queryKey: ['parley', 'installation'], queryFn: describeInstallation, staleTime: 600_000 })
}
