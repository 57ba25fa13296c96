import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { Hint } from '../ui/hint.tsx'
import panel from '../ui/panel-ui.module.css'
import type { BanValues } from './BanForm.tsx'
import { checkRange, countWords, readAddress, readNetwork } from './ip-range.ts'
import { VisitorSelect } from './VisitorSelect.tsx'

interface BanTargetProps {
  readonly form: UseFormReturnType<BanValues>
  /** What the visitor of an existing ban is called. */
  readonly visitorName: string | undefined
}

/** Whom a ban keeps out: what is asked for depends on its kind. */
export function BanTarget({ form, visitorName }: BanTargetProps) {
  const { type, ip, ipRangeFrom, ipRangeTo } = form.values
  if (type === 'ip')
    return (
      <div>
        <TextInput
          label="Address"
          description="IPv4 or IPv6"
          placeholder="203.0.113.7"
          withAsterisk
          data-autofocus
          {...form.getInputProps('ip')}
        />
        {ip.includes('/') && readNetwork(ip) && !form.errors.ip && (
          <Hint tone="amber">This is a network: choose “Address range” to ban all of it.</Hint>
        )}
      </div>
    )
  if (type === 'ipRange') {
    const spread = () => {
      const network = readNetwork(ipRangeFrom)
      if (network) form.setValues({ ipRangeFrom: network.from, ipRangeTo: network.to })
    }
    return (
      <div>
        <div className={panel.row}>
          <TextInput
            label="From"
            description="Or a network: 198.51.100.0/24"
            placeholder="198.51.100.0"
            withAsterisk
            {...form.getInputProps('ipRangeFrom')}
            onBlur={spread}
          />
          <TextInput
            label="To"
            description="The last address"
            placeholder="198.51.100.255"
            withAsterisk
            {...form.getInputProps('ipRangeTo')}
          />
        </div>
        <RangeHint from={ipRangeFrom} to={ipRangeTo} />
      </div>
    )
  }
  return <VisitorSelect visitorName={visitorName} {...form.getInputProps('visitorId')} />
}

/** How many addresses a range holds, or what is wrong with it. */
function RangeHint({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  if (to.trim() === '' && from.includes('/') && !readAddress(from)) return null
  const check = checkRange(from, to)
  if (!check) return null
  return 'problem' in check ? (
    <Hint tone="amber">{check.problem}</Hint>
  ) : (
    <Hint tone="grey">{countWords(check.count)}.</Hint>
  )
}
