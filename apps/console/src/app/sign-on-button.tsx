import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import classes from './login-page.module.css'
import { beginSignOn, signInOptions } from './session.ts'

interface SignOnButtonProps {
  /** as it was typed */
  readonly siteId: string
  /** where to go once signed in */
  readonly target: string
  readonly isBusy: boolean
}

/** The way in with the company's own account, where the site has one. */
export function SignOnButton({ siteId, target, isBusy }: SignOnButtonProps) {
  const id = /^\d{1,9}$/u.test(siteId.trim()) ? Number(siteId) : 0
  const options = useQuery({
    queryKey: ['signInOptions', id],
    queryFn: () => signInOptions(id),
    enabled: id > 0,
    staleTime: 60_000,
    retry: 1,
  })
  if (!options.data?.hasSingleSignOn) return null
  return (
    <>
      <div className={classes.or}>or</div>
      <Button variant="default" fullWidth disabled={isBusy} onClick={() => beginSignOn(id, target)}>
        Sign in with single sign-on
      </Button>
    </>
  )
}
