import { Drawer } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { dateTime } from '../../lib/time.ts'
import { agentName } from '../agents/agent-name.ts'
import panel from '../ui/panel-ui.module.css'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import classes from './audit-log.module.css'
import { actionWords, categoryWords, propertyNames } from './audit-words.ts'

interface AuditLogDrawerProps {
  readonly log: Shape<'AuditLog'>
  readonly onClose: () => void
}

/** One entry of the audit log with its details. */
export function AuditLogDrawer({ log, onClose }: AuditLogDrawerProps) {
  useReturnFocus()
  const facts = [
    ['Kind', actionWords(log.actionType)],
    ['Part', log.category && categoryWords[log.category]],
    ['Who', log.agent ? `${agentName(log.agent)}, ${log.agent.email}` : log.createdBy && `Agent ${log.createdBy}`],
    ['When', dateTime(log.actionTime)],
  ] as const
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={log.actionSummary ?? actionWords(log.actionType)}
    >
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
      {log.actionDetails && <Details text={log.actionDetails} />}
    </Drawer>
  )
}

/** What was changed: the names of properties as words; anything else as it was written down. */
function Details({ text }: { readonly text: string }) {
  const names = propertyNames(text)
  if (!names) return <pre className={classes.details}>{pretty(text)}</pre>
  return (
    <section>
      <h3 className={panel.group}>What was changed</h3>
      <ul className={classes.names}>
        {names.map((name) => (
          <li key={name}>{actionWords(name)}</li>
        ))}
      </ul>
    </section>
  )
}

/** JSON on lines of its own; other text as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
