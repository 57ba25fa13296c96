import type { InitMessage } from '../../loader/bridge.ts'
import type { Kept } from './kept.ts'
import type { Campaign, Person, WidgetState } from './state.ts'

/** The state before the server has answered: what the page says, and what is kept from earlier pages. */
export function initialState(init: InitMessage, tab: Kept, browser: Kept): WidgetState {
  const known = browser.read<Person>('person') ?? { name: '', email: '' }
  return {
    layout: 'hidden',
    isDark: init.isDark,
    connection: 'connecting',
    isGreeted: false,
    campaign: tab.read<Campaign>('campaign'),
    chat: null,
    isBusy: false,
    outbox: [],
    draft: tab.read<string>('draft') ?? '',
    person: tab.read<Person>('typed') ?? known,
    known,
    departmentId: '',
    faults: {},
    offlineReason: null,
    leftMessage: null,
    grade: null,
    comment: '',
    hasCommented: false,
    isAskingEnd: false,
    unread: 0,
    notice: null,
    problem: null,
  }
}
