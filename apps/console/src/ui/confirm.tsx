import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useCallback, useState } from 'react'
import { errorMessage } from '../lib/errors.ts'
import { FormErrors } from './form.tsx'

/** What a confirmation asks. */
export interface Question {
  /** Names the thing: “Delete the department ‘Sales’?” */
  readonly title: string
  /** What will happen and what cannot be undone. */
  readonly consequence: ReactNode
  /** The verb on the button. */
  readonly confirmLabel: string
  readonly isDestructive?: boolean
  readonly onConfirm: () => unknown
}

interface ConfirmModalProps {
  readonly question: Question | null
  readonly onClose: () => void
}

/** Asks before something happens; stays open, with the reason, when it fails. */
export function ConfirmModal({ question, onClose }: ConfirmModalProps) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => {
    setProblem(null)
    onClose()
  }
  const run = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await question?.onConfirm()
      close()
    } catch (error) {
      setProblem(errorMessage(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened={question !== null}
      onClose={close}
      title={
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {question?.title}
        </Text>
      }
      size="md"
    >
      <FormErrors message={problem} />
      <div style={{ color: 'var(--p-text-2)' }}>{question?.consequence}</div>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={close} disabled={isBusy} data-autofocus>
          Cancel
        </Button>
        <Button {...(question?.isDestructive === false ? {} : { color: 'red.8' })} onClick={run} loading={isBusy}>
          {question?.confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}

/** `const [confirm, confirmModal] = useConfirm()`: call the first to ask, render the second. */
export function useConfirm(): readonly [(question: Question) => void, ReactNode] {
  const [question, setQuestion] = useState<Question | null>(null)
  const close = useCallback(() => setQuestion(null), [])
  return [setQuestion, <ConfirmModal key="confirm" question={question} onClose={close} />]
}
