/** A campaign's forms, by the names the API gives them. */
export const formNames = ['preChat', 'postChat', 'offlineMessage', 'agentWrapUp'] as const
export type FormName = (typeof formNames)[number]

interface SystemField {
  readonly name: string
  readonly type: string
  readonly forms: readonly FormName[]
  /** other names clients use for it */
  readonly aliases?: readonly string[]
  readonly isVisible: boolean
  readonly isRequired: boolean
}

/** The fields every form of a kind has. They can be hidden, not deleted. */
export const systemFields: readonly SystemField[] = [
  { name: 'name', type: 'textBox', forms: ['preChat', 'offlineMessage'], isVisible: true, isRequired: false },
  { name: 'email', type: 'textBox', forms: ['preChat', 'offlineMessage'], isVisible: true, isRequired: false },
  { name: 'phone', type: 'textBox', forms: ['preChat', 'offlineMessage'], isVisible: false, isRequired: false },
  { name: 'company', type: 'textBox', forms: ['preChat', 'offlineMessage'], isVisible: false, isRequired: false },
  { name: 'product service', type: 'dropdownList', forms: ['preChat'], isVisible: false, isRequired: false },
  {
    name: 'department',
    type: 'dropdownList',
    forms: ['preChat', 'offlineMessage'],
    isVisible: true,
    isRequired: false,
  },
  { name: 'ticket id', type: 'textBox', forms: ['preChat', 'offlineMessage'], isVisible: false, isRequired: false },
  { name: 'rating', type: 'rating', forms: ['postChat'], isVisible: true, isRequired: false },
  { name: 'rating comment', type: 'textArea', forms: ['postChat'], isVisible: true, isRequired: false },
  { name: 'subject', type: 'textBox', forms: ['offlineMessage'], isVisible: true, isRequired: true },
  { name: 'message', type: 'textArea', forms: ['offlineMessage'], isVisible: true, isRequired: false },
  { name: 'attachment', type: 'file', forms: ['offlineMessage'], isVisible: false, isRequired: false },
  {
    name: 'category',
    type: 'dropdownList',
    forms: ['agentWrapUp'],
    aliases: ['agent wrap-up category'],
    isVisible: true,
    isRequired: false,
  },
  {
    name: 'wrap-up comment',
    type: 'textArea',
    forms: ['agentWrapUp'],
    aliases: ['agent wrap-up comments', 'comment'],
    isVisible: true,
    isRequired: false,
  },
]

const common = ['textBox', 'textArea', 'radioBox', 'checkbox', 'dropdownList', 'checkboxList'] as const

/** The types a custom field of a form can have. */
export const fieldTypes: Readonly<Record<FormName, readonly string[]>> = {
  preChat: common,
  postChat: [...common, 'NPS', 'rating'],
  offlineMessage: [...common, 'file'],
  agentWrapUp: [...common, 'checkboxListwithOptionGroups'],
}

/** Ratings have five grades, best last. */
export const defaultGrades = ['Very poor', 'Poor', 'Average', 'Good', 'Excellent'].map((label, index) => ({
  grade: index + 1,
  label,
  isVisible: true,
}))
