import type { Shape } from '@parley/contract'
import { IconChevronRight, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { AppLink } from '../../ui/app-link.tsx'
import { Section } from '../../ui/page.tsx'
import classes from './start.module.css'

interface Step {
  readonly title: string
  readonly note: string
  readonly href: string
  readonly isDone: boolean
}

function stepsOf({ hasVisitors, hasColleagues, hasChats }: Shape<'Workplace'>): readonly Step[] {
  return [
    {
      title: 'Put the chat button on your website',
      note: hasVisitors ? 'Visitors have seen it.' : 'Copy the installation code below into your pages.',
      href: '#install',
      isDone: hasVisitors,
    },
    {
      title: 'Invite a colleague',
      note: hasColleagues ? 'Colleagues have joined.' : 'Chats are answered faster together.',
      href: '/panel/agents?open=new',
      isDone: hasColleagues,
    },
    {
      title: 'Have your first chat',
      note: hasChats ? 'You know how it works.' : 'Be online in the Agent Console, and write to yourself as a visitor.',
      href: '/console/chats',
      isDone: hasChats,
    },
  ]
}

/** What is left to do before visitors are answered. */
export function Checklist({ workplace }: { readonly workplace: Shape<'Workplace'> }) {
  const steps = stepsOf(workplace)
  const done = steps.filter(({ isDone }) => isDone).length
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <Section
      title={done === steps.length ? 'You are set up' : 'Three steps to your first chat'}
      action={
        <span className={classes.progress}>
          {done} of {steps.length} done
        </span>
      }
    >
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.title} className={classes.step} data-done={step.isDone || undefined}>
            <StepLink step={step} isNext={step === next} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function StepLink({ step, isNext }: { readonly step: Step; readonly isNext: boolean }) {
  const Glyph = step.isDone ? IconCircleCheckFilled : IconCircleDashed
  const content = (
    <>
      <Glyph className={classes.mark} size={22} stroke={1.6} aria-label={step.isDone ? 'Done' : 'To do'} />
      <span className={classes.stepWords}>
        <span className={classes.stepTitle}>{step.title}</span>
        <span className={classes.stepNote}>{step.note}</span>
      </span>
      <IconChevronRight className={classes.chevron} size={18} stroke={1.6} aria-hidden="true" />
    </>
  )
  const props = { className: classes.stepLink, 'data-next': isNext || undefined }
  if (step.href.startsWith('#')) {
    return (
      <a href={step.href} {...props}>
        {content}
      </a>
    )
  }
  return (
    <AppLink href={step.href} {...props}>
      {content}
    </AppLink>
  )
}
