import type { OperationId } from '@parley/contract'
import type { useApiMutation } from '../../app/api.ts'

/** A call of one operation, with whether it is under way and what it was refused with. */
export type ApiMutation<I extends OperationId> = ReturnType<typeof useApiMutation<I>>
