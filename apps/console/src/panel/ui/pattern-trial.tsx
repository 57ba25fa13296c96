import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Hint } from './hint.tsx'
import { isPatternIn, patternProblem } from './pattern-problem.ts'

interface PatternTrialProps {
  readonly pattern: string
  readonly isCaseSensitive: boolean
  /** What a text to try looks like. */
  readonly example: string
}

/** Says what is wrong with a regular expression, and lets people try it on a text of their own. */
export function PatternTrial({ pattern, isCaseSensitive, example }: PatternTrialProps) {
  const [text, setText] = useState('')
  if (pattern === '') return null
  const problem = patternProblem(pattern)
  if (problem) return <Hint tone="amber">{problem}</Hint>
  return (
    <div>
      <TextInput
        label="Try the pattern"
        description="Only here; it is not saved"
        placeholder={example}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text !== '' &&
        (isPatternIn(pattern, text, isCaseSensitive) ? (
          <Hint tone="green">It matches.</Hint>
        ) : (
          <Hint tone="amber">It does not match.</Hint>
        ))}
    </div>
  )
}
