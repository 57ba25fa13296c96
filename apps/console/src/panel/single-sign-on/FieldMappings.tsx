import { ActionIcon, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Section } from '../../ui/page.tsx'
import classes from './single-sign-on.module.css'
import type { FieldMapping } from './sso.queries.ts'

interface FieldMappingsProps {
  readonly rows: readonly FieldMapping[]
  /** what the API refused about them */
  readonly problem: ReactNode
  readonly onChange: (rows: FieldMapping[]) => void
}

/** Which attribute of the identity provider fills which field of the visitor. */
export function FieldMappings({ rows, problem, onChange }: FieldMappingsProps) {
  const change = (index: number, part: Partial<FieldMapping>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <Section title="Fields" sentence="What the identity provider knows, and the field of the visitor it belongs in.">
      <Stack gap="xs">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
          <div key={index} className={classes.mapping}>
            <TextInput
              aria-label={`Attribute ${index + 1}`}
              placeholder="mail"
              value={row.attribute}
              onChange={(event) => change(index, { attribute: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`Field ${index + 1}`}
              placeholder="{!Visitor.Email}"
              value={row.comm100Field}
              onChange={(event) => change(index, { comm100Field: event.currentTarget.value })}
            />
            <ActionIcon
              color="gray"
              aria-label={`Remove mapping ${index + 1}`}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        {problem && (
          <Text c="red" size="sm" role="alert">
            {problem}
          </Text>
        )}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => onChange([...rows, { attribute: '', comm100Field: '' }])}
          >
            Add field
          </Button>
        </div>
      </Stack>
    </Section>
  )
}
