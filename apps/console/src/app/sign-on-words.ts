import { type SsoProblem, ssoProblems } from '@parley/contract'

const words: Readonly<Record<SsoProblem, string>> = {
  off: 'Single sign-on is not switched on for this site. Sign in with your password.',
  expired: 'That took too long, or began in another browser. Please try again.',
  invalid:
    'The answer of your company’s sign-in was not accepted. Please try again, and tell your administrator if it goes on.',
  unknown:
    'Your company signed you in, but your account is not known here, or may not sign in. Ask your administrator.',
  address: 'Your site does not allow signing in from where you are.',
  busy: 'There were too many attempts from where you are. Please wait some minutes.',
}

/** What to tell somebody whose single sign-on came to nothing; null when it did not. */
export function signOnProblem(outcome: string | undefined): string | null {
  if (outcome === undefined || outcome === 'done') return null
  return words[ssoProblems.find((problem) => problem === outcome) ?? 'invalid']
}
