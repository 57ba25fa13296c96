import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { errorMessage, errorStatus } from '../lib/errors.ts'
import { applyApiError, FormErrors } from '../ui/form.tsx'
import { Logo } from '../ui/logo.tsx'
import classes from './login-page.module.css'
import { describeInstallation, finishSignOn, rememberedSite, resumeSession, signIn } from './session.ts'
import { SignOnButton } from './sign-on-button.tsx'
import { signOnProblem } from './sign-on-words.ts'

/** Only a path of this console is a place to return to: never another host. */
function safeReturn(path: string | undefined): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.startsWith('/login') ? path : '/console'
}

/** Where agents sign in. */
export function LoginPage() {
  const search = useSearch({ from: '/login' })
  const router = useRouter()
  const navigate = useNavigate()
  const installation = useQuery({ queryKey: ['installation'], queryFn: describeInstallation, retry: 1 })
  const [problem, setProblem] = useState(signOnProblem(search.sso))
  const isSignedOn = search.sso === 'done'
  const isRefused = search.sso !== undefined && !isSignedOn
  const [isBusy, setBusy] = useState(isSignedOn)
  const target = safeReturn(search.return)
  const form = useForm({
    mode: 'controlled',
    initialValues: { siteId: String(search.siteId ?? rememberedSite() ?? ''), email: '', password: '' },
    validate: {
      siteId: (value) => (/^\d+$/u.test(value.trim()) ? null : 'The site id is a number, for example 10000.'),
      email: (value) => (value.trim() ? null : 'Enter your e-mail address.'),
      password: (value) => (value ? null : 'Enter your password.'),
    },
  })

  const defaultSiteId = installation.data?.defaultSiteId
  useEffect(() => {
    if (defaultSiteId && !form.getValues().siteId) form.setFieldValue('siteId', String(defaultSiteId))
  }, [defaultSiteId, form])

  useEffect(() => {
    // who was refused is to read why, even where somebody is signed in already
    if (isRefused) return
    const failSignOn = (why: string | null) => {
      setProblem(why)
      setBusy(false)
    }
    const resumed = isSignedOn ? finishSignOn() : resumeSession().then(({ status }) => status === 'signedIn')
    resumed
      .then((isSignedIn) => {
        if (isSignedIn) router.history.replace(target)
        else if (isSignedOn) failSignOn(signOnProblem('expired'))
      })
      .catch((error: unknown) => {
        if (isSignedOn) failSignOn(errorMessage(error))
      })
  }, [router, target, isSignedOn, isRefused])

  const submit = form.onSubmit(async ({ siteId, email, password }) => {
    setBusy(true)
    setProblem(null)
    try {
      await signIn({ siteId: Number(siteId), email: email.trim(), password })
      await navigate({ href: target, replace: true })
    } catch (error) {
      setProblem(errorStatus(error) === 400 ? applyApiError(form, error) : errorMessage(error))
    } finally {
      setBusy(false)
    }
  })

  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.logo}>
          <Logo size={32} withName />
        </div>
        <form className={classes.card} onSubmit={submit} noValidate>
          <h1 className={classes.title}>Sign in</h1>
          <FormErrors message={problem} />
          <div className={classes.fields}>
            <TextInput
              label="E-mail"
              type="email"
              autoComplete="username"
              autoFocus
              disabled={isBusy}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              disabled={isBusy}
              {...form.getInputProps('password')}
            />
            <TextInput
              label="Site id"
              inputMode="numeric"
              autoComplete="organization"
              disabled={isBusy}
              {...form.getInputProps('siteId')}
            />
          </div>
          <Button type="submit" fullWidth mt="lg" loading={isBusy}>
            Sign in
          </Button>
          <SignOnButton siteId={form.getValues().siteId} target={target} isBusy={isBusy} />
        </form>
        <p className={classes.foot}>
          {installation.data?.demoUrl && (
            <>
              <a href={installation.data.demoUrl}>Open the demo shop</a>
              {' · '}
            </>
          )}
          {installation.data ? `Parley ${installation.data.version}` : 'Parley'}
        </p>
      </div>
    </main>
  )
}
