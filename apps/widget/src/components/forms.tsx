import type { ComponentChildren } from 'preact'
import { Field } from './Field.tsx'
import { staying, type Widget } from './widget.ts'

/** The form before a chat: only what is not known yet. */
export function PreChat(widget: Widget) {
  const { state, actions, t } = widget
  return (
    <Form title={t.preChatTitle} lead={state.campaign?.greeting || t.hello} onSubmit={actions.startChat}>
      {!state.known.name && <PersonFields {...widget} optional={t.optional} />}
      <DepartmentField {...widget} />
      <Submit {...widget} words={t.startChat} />
    </Form>
  )
}

/** The offline form: when nobody is there, nobody took the chat, or the visitor would rather not wait. */
export function MessageForm(widget: Widget) {
  const { state, actions, t } = widget
  const leads = { away: t.offlineText, missed: t.missedText, instead: t.insteadText }
  const fault = state.faults.message
  return (
    <Form title={t.offlineTitle} lead={leads[state.offlineReason ?? 'away']} onSubmit={actions.leaveMessage}>
      <PersonFields {...widget} />
      <DepartmentField {...widget} />
      <Field
        name="message"
        tag="textarea"
        label={t.message}
        value={state.draft}
        onValue={actions.setDraft}
        error={fault && t[fault]}
      />
      <Submit {...widget} words={t.sendMessage} />
      {state.offlineReason && state.campaign?.isOnline && (
        <button type="button" class="quiet" onClick={actions.startOver}>
          {t.backToChat}
        </button>
      )}
    </Form>
  )
}

interface FormProps {
  readonly title: string
  readonly lead: string
  readonly onSubmit: () => unknown
  readonly children: ComponentChildren
}

function Form({ title, lead, onSubmit, children }: FormProps) {
  return (
    <form class="screen form" onSubmit={staying(onSubmit)} noValidate>
      <h2>{title}</h2>
      <p class="lead" dir="auto">
        {lead}
      </p>
      {children}
    </form>
  )
}

function PersonFields({ state: { person, faults }, actions, t, optional }: Widget & { optional?: string }) {
  return (
    <>
      <Field
        name="name"
        label={t.name}
        value={person.name}
        onValue={(name) => actions.setPerson({ name })}
        error={faults.name && t[faults.name]}
      />
      <Field
        name="email"
        label={t.email}
        value={person.email}
        onValue={(email) => actions.setPerson({ email })}
        error={faults.email && t[faults.email]}
        optional={optional}
      />
    </>
  )
}

function DepartmentField({ state: { campaign, departmentId }, actions, t }: Widget) {
  const departments = campaign?.departments ?? []
  if (departments.length < 2) return null
  return (
    <Field
      name="department"
      tag="select"
      label={t.department}
      value={departmentId}
      onValue={actions.setDepartment}
      optional={t.optional}
    >
      <option value="">{t.anyDepartment}</option>
      {departments.map(({ id, name, isOnline }) => (
        <option key={id} value={id}>
          {isOnline ? name : `${name} (${t.departmentAway})`}
        </option>
      ))}
    </Field>
  )
}

function Submit({ state: { isBusy }, t, words }: Widget & { words: string }) {
  return (
    <button type="submit" class="primary" aria-disabled={isBusy}>
      {isBusy ? t.sending : words}
    </button>
  )
}
